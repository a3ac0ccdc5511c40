package io.egressrules.engine.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import okhttp3.HttpUrl;

class OkHttpUrlProperties {

  @Property
  void path_that_the_gate_admits_is_sent_by_okhttp_as_it_is(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 12) String tail) {
    Target target;
    try {
      target = Target.parse("http://a.test/" + tail);
    } catch (MalformedException refused) {
      return;
    }

    HttpUrl url = HttpUrl.get(target.url());

    assertThat(url.encodedPath()).isEqualTo(target.path());
  }
}
