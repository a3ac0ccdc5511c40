package io.egressrules.examples.corpus.traffic;

import java.util.List;

/** URLs as services call them every day, made of a name; the same ones in every run. */
final class OrdinaryUrls {
  private static final List<String> SHAPES =
      List.of(
          "https://NAME",
          "https://NAME/",
          "https://www.NAME/index.html",
          "http://NAME/search?q=caf%C3%A9+au+lait&page=2",
          "https://NAME:8443/api/v1/items/42",
          "https://NAME/files/a%20b/report%202024.pdf?download=true#page=3",
          "wss://NAME/socket?token=abc.def-ghi_jkl~mno",
          "https://api.NAME/v2/users?filter=name%3Dx%26age%3E3&sort=-created",
          "https://NAME/~user/photos/2024/img_001.jpg",
          "https://NAME/a;v=1/b(2)/c,d/e'f!$&+=:@?ids[]=1&ids[]=2",
          "HTTPS://NAME./%E4%BD%A0%E5%A5%BD/?q",
          "http://NAME:8080?callback=https%3A%2F%2Fother.example%2Fdone&t=1700000000");

  private OrdinaryUrls() {}

  /** Two of the shapes, which ones depends on the place of the name in its list. */
  static List<String> of(String name, int place) {
    return List.of(shaped(name, place), shaped(name, place * 7 + 5));
  }

  private static String shaped(String name, int number) {
    return SHAPES.get(number % SHAPES.size()).replace("NAME", name);
  }
}
