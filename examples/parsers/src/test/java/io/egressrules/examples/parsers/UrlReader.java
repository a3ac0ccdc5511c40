package io.egressrules.examples.parsers;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import okhttp3.HttpUrl;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.utils.URIUtils;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/** Somebody who reads the host of a URL, and would call it. */
enum UrlReader {
  JAVA_NET_URI {
    @Override
    @Nullable String read(String url) throws URISyntaxException {
      return new URI(url).getHost();
    }
  },
  JAVA_NET_URL {
    @Override
    @Nullable String read(String url) throws MalformedURLException {
      return new URL(url).getHost();
    }
  },
  OKHTTP {
    @Override
    @Nullable String read(String url) {
      HttpUrl read = HttpUrl.parse(url);
      return read == null ? null : read.host();
    }
  },
  HTTPCLIENT_REQUEST {
    @Override
    @Nullable String read(String url) {
      return new HttpGet(url).getAuthority().getHostName();
    }
  },
  HTTPCLIENT_URI_UTILS {
    @Override
    @Nullable String read(String url) throws URISyntaxException {
      HttpHost host = URIUtils.extractHost(new URI(url));
      return host == null ? null : host.getHostName();
    }
  },
  HTTPCLIENT_URI_BUILDER {
    @Override
    @Nullable String read(String url) throws URISyntaxException {
      return new URIBuilder(url).getHost();
    }
  },
  SPRING_RFC {
    @Override
    @Nullable String read(String url) {
      return UriComponentsBuilder.fromUriString(url, ParserType.RFC).build().getHost();
    }
  },
  SPRING_WHATWG {
    @Override
    @Nullable String read(String url) {
      return UriComponentsBuilder.fromUriString(url, ParserType.WHAT_WG).build().getHost();
    }
  };

  abstract @Nullable String read(String url) throws URISyntaxException, MalformedURLException;

  /** The host as this reader writes it; null where it refuses the URL or reads none. */
  @Nullable String host(String url) {
    try {
      return read(url);
    } catch (URISyntaxException | MalformedURLException | IllegalArgumentException refused) {
      return null;
    }
  }
}
