package io.egressrules.dlp.check;

/**
 * Keccak[c=512] with 256 bits of output and the padding of the third-round submission, which
 * Ethereum uses; SHA3-256 of FIPS 202 differs from it in the padding alone.
 */
final class Keccak256 {
  private static final int RATE = 136;
  private static final int ROUNDS = 24;
  private static final int[] TURN = {
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
  };
  private static final int[] LANE = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
  };

  private Keccak256() {}

  /** The 32 bytes of hash of a message shorter than one block of 136 bytes. */
  static byte[] ofShort(byte[] message) {
    if (message.length >= RATE) {
      throw new IllegalArgumentException("a short message has fewer than " + RATE + " bytes");
    }
    long[] state = new long[25];
    for (int i = 0; i < message.length; i++) {
      state[i / 8] ^= (message[i] & 0xffL) << (8 * (i % 8));
    }
    state[message.length / 8] ^= 1L << (8 * (message.length % 8));
    state[RATE / 8 - 1] ^= 1L << 63;
    permute(state);
    byte[] hash = new byte[32];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return hash;
  }

  private static void permute(long[] state) {
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      theta(state);
      rhoAndPi(state);
      chi(state);
      for (int bit = 0; bit < 7; bit++) {
        state[0] ^= (register & 1L) << ((1 << bit) - 1);
        register = (register << 1) ^ ((register & 0x80) == 0 ? 0 : 0x171);
      }
    }
  }

  private static void theta(long[] state) {
    long[] parity = new long[5];
    for (int i = 0; i < state.length; i++) {
      parity[i % 5] ^= state[i];
    }
    for (int i = 0; i < state.length; i++) {
      state[i] ^= parity[(i + 4) % 5] ^ Long.rotateLeft(parity[(i + 1) % 5], 1);
    }
  }

  private static void rhoAndPi(long[] state) {
    long moved = state[1];
    for (int i = 0; i < LANE.length; i++) {
      long next = state[LANE[i]];
      state[LANE[i]] = Long.rotateLeft(moved, TURN[i]);
      moved = next;
    }
  }

  private static void chi(long[] state) {
    for (int row = 0; row < state.length; row += 5) {
      long first = state[row];
      long second = state[row + 1];
      for (int i = 0; i < 5; i++) {
        long next = i < 4 ? state[row + i + 1] : first;
        long afterNext = i < 3 ? state[row + i + 2] : i == 3 ? first : second;
        state[row + i] ^= ~next & afterNext;
      }
    }
  }
}
