package io.egressrules.examples.corpus;

/** Compares what the library says with what is right. */
final class Judge {
  private Judge() {}

  static Tally.Result judge(CorpusCase input, Verdict verdict) {
    if (!input.acceptable().contains(verdict.decision())) {
      return verdict.isAllow() ? Tally.Result.UNSAFE : Tally.Result.OVER_BLOCK;
    }
    boolean otherHost =
        verdict.isAllow()
            && !input.canonicalHost().isEmpty()
            && !verdict.isHost(input.canonicalHost());
    return otherHost ? Tally.Result.WRONG_HOST : Tally.Result.OK;
  }
}
