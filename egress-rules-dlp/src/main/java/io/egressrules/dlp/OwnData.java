package io.egressrules.dlp;

import io.egressrules.dlp.own.DocumentPrints;
import io.egressrules.dlp.own.ExactData;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The organisation's own values and documents, by the ids that profiles name them by. */
final class OwnData {
  private final Map<String, ExactData> values;
  private final Map<String, DocumentPrints> documents;

  OwnData(Map<String, ExactData> values, Map<String, DocumentPrints> documents) {
    this.values = new LinkedHashMap<>(values);
    this.documents = new LinkedHashMap<>(documents);
  }

  Map<String, ExactData> values() {
    return values;
  }

  Map<String, DocumentPrints> documents() {
    return documents;
  }

  Set<String> ids() {
    Set<String> ids = new HashSet<>(values.keySet());
    ids.addAll(documents.keySet());
    return ids;
  }

  /** Begins to look for them in a text; null if there are none. */
  @Nullable OwnDataScan scan(Consumer<Match> matches) {
    return values.isEmpty() && documents.isEmpty() ? null : new OwnDataScan(this, matches);
  }
}
