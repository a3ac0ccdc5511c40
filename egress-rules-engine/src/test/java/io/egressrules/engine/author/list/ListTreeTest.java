package io.egressrules.engine.author.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListTreeTest {
  @TempDir private Path top;
  private Path policies = Path.of("");
  private Path secret = Path.of("");

  @BeforeEach
  void makeFiles() throws IOException {
    policies = Files.createDirectories(top.resolve("policies"));
    secret = Files.writeString(top.resolve("secret.txt"), "root:x:0:0\n");
    Files.createDirectory(policies.resolve("lists"));
    Files.writeString(policies.resolve("lists/block.txt"), "a.example\n");
  }

  @Test
  void a_file_below_is_found() throws IOException {
    assertThat(tree().locate("lists/block.txt")).hasContent("a.example");
    assertThat(tree().locate("./lists/../lists/block.txt")).hasContent("a.example");
  }

  @Test
  void a_file_outside_is_refused_however_it_is_named() {
    for (String name :
        new String[] {
          "../secret.txt", "lists/../../secret.txt", secret.toString(), "/etc/passwd", ".."
        }) {
      assertThatIllegalArgumentException().as(name).isThrownBy(() -> tree().locate(name));
    }
  }

  @Test
  void a_missing_file_outside_is_refused_like_one_that_exists() {
    assertThatIllegalArgumentException().isThrownBy(() -> tree().locate("../no-such-file.txt"));
  }

  @Test
  void a_link_does_not_lead_out() throws IOException {
    Files.createSymbolicLink(policies.resolve("link.txt"), secret);
    Files.createSymbolicLink(policies.resolve("up"), top);
    assertThatIllegalArgumentException().isThrownBy(() -> tree().locate("link.txt"));
    assertThatIllegalArgumentException().isThrownBy(() -> tree().locate("up/secret.txt"));
  }

  @Test
  void a_link_within_is_followed_as_mounted_volumes_have_them() throws IOException {
    Files.createSymbolicLink(policies.resolve("current"), Path.of("lists"));
    Files.createSymbolicLink(policies.resolve("block.txt"), Path.of("current/block.txt"));
    assertThat(tree().locate("block.txt")).hasContent("a.example");
  }

  @Test
  void the_tree_itself_may_be_reached_by_a_link() throws IOException {
    Path mount = Files.createSymbolicLink(top.resolve("mount"), policies);
    assertThat(new ListTree(mount, mount).locate("lists/block.txt")).hasContent("a.example");
  }

  @Test
  void another_root_opens_its_tree_and_no_more() throws IOException {
    ListTree tree = new ListTree(policies, top);
    assertThat(tree.locate("../secret.txt")).hasContent("root:x:0:0");
    assertThatIllegalArgumentException().isThrownBy(() -> tree.locate("../../x.txt"));
  }

  @Test
  void what_is_no_file_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> tree().locate("a\u0000b"));
    assertThatIOException().isThrownBy(() -> tree().locate("lists"));
    assertThatIOException().isThrownBy(() -> tree().locate(""));
    assertThatIOException()
        .isThrownBy(() -> tree().locate("none.txt"))
        .isInstanceOf(NoSuchFileException.class);
  }

  private ListTree tree() {
    return new ListTree(policies, policies);
  }
}
