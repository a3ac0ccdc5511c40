package io.egressrules.engine;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** The class path of the tests as an application has it that does not bring ICU4J. */
public final class WithoutIcu implements Closeable {
  private final URLClassLoader classes;

  /**
   * Loads everything anew.
   *
   * @throws IOException if an entry of the class path is no file
   */
  public WithoutIcu() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("icu4j")) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    classes = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /**
   * Calls a public static method of one text.
   *
   * @param type the class, of which another copy is called
   * @param method the method's name
   * @param argument the text
   * @return what the method returns
   * @throws Throwable what the method throws
   */
  public Object call(Class<?> type, String method, String argument) throws Throwable {
    try {
      return classes
          .loadClass(type.getName())
          .getMethod(method, String.class)
          .invoke(null, argument);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
