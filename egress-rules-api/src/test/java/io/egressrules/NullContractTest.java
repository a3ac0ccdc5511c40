package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Null is refused by every public method and constructor, for every parameter that is not marked
 * nullable.
 */
class NullContractTest {

  /** One parameter of one method or constructor. */
  record Parameter(Executable executable, int index) {
    boolean takesNull() {
      return executable.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class);
    }

    boolean isPrimitive() {
      return executable.getParameterTypes()[index].isPrimitive();
    }

    @Override
    public String toString() {
      return executable.getDeclaringClass().getSimpleName()
          + "."
          + executable.getName()
          + " "
          + index;
    }
  }

  static Stream<Parameter> parameters() throws IOException, URISyntaxException {
    return classes()
        .filter(NullContractTest::isPublic)
        .flatMap(NullContractTest::executables)
        .flatMap(NullContractTest::parameters)
        .filter(parameter -> !parameter.isPrimitive() && !parameter.takesNull());
  }

  /** All classes that stand where {@link EgressFilter} does. */
  private static Stream<Class<?>> classes() throws IOException, URISyntaxException {
    Path root =
        Path.of(EgressFilter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root.resolve("io"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .sorted()
          .toList()
          .stream()
          .map(NullContractTest::load);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length());
    try {
      return Class.forName(name.replace(File.separatorChar, '.'));
    } catch (ClassNotFoundException absent) {
      throw new AssertionError(absent);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  private static Stream<Executable> executables(Class<?> type) {
    boolean constructible = !Modifier.isAbstract(type.getModifiers());
    Stream<Constructor<?>> constructors =
        constructible ? Arrays.stream(type.getConstructors()) : Stream.empty();
    return Stream.concat(
        constructors,
        Arrays.stream(type.getDeclaredMethods()).filter(NullContractTest::isCallable));
  }

  private static boolean isCallable(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isAbstract(method.getModifiers())
        && !method.isSynthetic()
        && !method.getName().matches("equals|valueOf");
  }

  private static Stream<Parameter> parameters(Executable executable) {
    return IntStream.range(0, executable.getParameterCount())
        .mapToObj(index -> new Parameter(executable, index));
  }

  @Test
  void thereAreMany() throws Exception {
    assertThat(parameters()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parameters")
  void isRefused(Parameter parameter) {
    Executable executable = parameter.executable();
    Object[] arguments = accepted(executable);
    arguments[parameter.index()] = null;
    assertThat(catchThrowable(() -> call(executable, arguments)))
        .as("%s", parameter)
        .isInstanceOf(NullPointerException.class);
  }

  /** Arguments that are taken, so that nothing but the null can be the cause of a refusal. */
  private static Object[] accepted(Executable executable) {
    return Samples.all()
        .map(samples -> samples.of(executable.getGenericParameterTypes()))
        .filter(arguments -> catchThrowable(() -> call(executable, arguments)) == null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample is taken by " + executable));
  }

  private static void call(Executable executable, Object[] arguments) throws Throwable {
    try {
      if (executable instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        boolean isStatic = Modifier.isStatic(executable.getModifiers());
        Object on = isStatic ? null : Samples.of(executable.getDeclaringClass());
        ((Method) executable).invoke(on, arguments);
      }
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
