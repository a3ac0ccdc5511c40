package io.egressrules.engine.fuzz;

import static io.egressrules.engine.fuzz.Hostile.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressrules.engine.author.entry.CidrEntry;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import java.math.BigInteger;
import java.util.List;

/** An address entry is refused, or makes up exactly the addresses that are written. */
class CidrFuzzTest {

  @FuzzTest
  void readOrRefused(byte[] bytes) {
    Hostile.read(
        bytes,
        text -> {
          try {
            isWhatIsWritten(text, CidrEntry.parseListed(text));
          } catch (MalformedException unadvised) {
            throw new AssertionError("refused without advice", unadvised);
          } catch (IllegalArgumentException refused) {
            require(refused.getMessage() != null, "refused without advice");
          }
        });
  }

  private static void isWhatIsWritten(String text, List<Cidr> blocks) {
    for (Cidr block : blocks) {
      require(Cidr.parse(block.toString()).equals(block), "written as another block");
      require(block.contains(block.base()), "a block without its base");
    }
    for (int i = 1; i < blocks.size(); i++) {
      BigInteger next = last(blocks.get(i - 1)).add(BigInteger.ONE);
      require(number(blocks.get(i).base()).equals(next), "a gap or an overlap");
    }
    int dash = text.indexOf('-');
    String first = dash < 0 ? before('/', text) : text.substring(0, dash);
    Cidr highest = blocks.get(blocks.size() - 1);
    require(CidrEntry.address(first).equals(blocks.get(0).base()), "begins elsewhere");
    if (dash >= 0) {
      BigInteger end = number(CidrEntry.address(text.substring(dash + 1)));
      require(last(highest).equals(end), "ends elsewhere");
      require(blocks.size() <= (highest.base().isIpv4() ? 62 : 254), "too many blocks");
    } else {
      require(blocks.size() == 1, "one block for a block");
    }
  }

  private static BigInteger last(Cidr block) {
    int width = block.base().isIpv4() ? 32 : 128;
    BigInteger size = BigInteger.ONE.shiftLeft(width - block.prefixLength());
    return number(block.base()).add(size).subtract(BigInteger.ONE);
  }

  private static BigInteger number(IpAddress address) {
    return new BigInteger(1, address.toBytes());
  }

  private static String before(char mark, String text) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }
}
