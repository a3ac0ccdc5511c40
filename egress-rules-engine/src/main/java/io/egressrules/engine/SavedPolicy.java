package io.egressrules.engine;

import io.egressrules.EgressFilter;
import io.egressrules.engine.author.PolicyReader;
import io.egressrules.engine.compile.Compiled;
import io.egressrules.engine.compile.PolicyCompiler;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.saved.Refusal;
import io.egressrules.engine.saved.SavedForm;
import io.egressrules.policy.PolicyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy file whose compiled form lies in another file. */
final class SavedPolicy {
  private final Path form;
  private final CompileOptions options;

  SavedPolicy(Path form, CompileOptions options) {
    this.form = form;
    this.options = options;
  }

  /** The filter of the form, whatever has become of the policy. */
  EgressFilter open() {
    return filter(SavedForm.read(form).plan());
  }

  /** The filter of a policy file: that of the form while it is fresh, else compiled and saved. */
  EgressFilter load(Path policy) {
    EgressFilter opened = openFresh(policy);
    if (opened != null) {
      options.listener().opened(form);
      return opened;
    }
    Made made = compile(policy);
    try {
      made.form().write(form);
    } catch (IOException failed) {
      options.listener().notSaved(form, failed);
      return made.filter();
    }
    options.listener().saved(form);
    return made.filter();
  }

  /** Compiles a policy file and saves its form. */
  void save(Path policy) throws IOException {
    compile(policy).form().write(form);
  }

  /**
   * What a policy file was compiled to; nothing is saved of a file that is not right as a whole.
   */
  private record Made(SavedForm form, EgressFilter filter) {
    static Made of(List<String> sources, Compiled compiled) {
      return new Made(new SavedForm(sources, compiled.plan()), compiled.filter());
    }
  }

  private Made compile(Path policy) {
    return EgressRules.reader(options)
        .load(policy, (read, sources) -> Made.of(sources, EgressRules.compiled(read, options)));
  }

  private @Nullable EgressFilter openFresh(Path policy) {
    try {
      SavedForm saved = SavedForm.read(form);
      String changed = PolicyReader.DEFAULT.change(policy, saved.sources());
      if (changed != null) {
        throw Refusal.STALE.of(form, "was made before `" + changed + "` became what it is");
      }
      return filter(saved.plan());
    } catch (PolicyException refused) {
      options.listener().refused(form, refused.problems().get(0));
      return null;
    }
  }

  /** The filter of a plan that was read; its tables are read only now. */
  private EgressFilter filter(Plan plan) {
    try {
      return PolicyCompiler.filter(plan, options.settings());
    } catch (IllegalArgumentException broken) {
      throw Refusal.DAMAGED.of(form, "holds what no compiler writes");
    }
  }
}
