package org.sonnerie.pbx.effects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What can be typed or sent and is no field of the plan: found in the templates and the methods.
 */
final class OtherFields {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String METHODS = "org.sonnerie.pbx.rest";

    private OtherFields() {}

    /** Such as {@code POST people Wish.role}, of each record that an operation takes. */
    static Set<String> properties() {
        ClassPathScanningCandidateComponentProvider scan =
                new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Set<String> found = new TreeSet<>();
        scan.findCandidateComponents(METHODS).stream()
                .map(bean -> named(String.valueOf(bean.getBeanClassName())))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(method -> Stream.of(method.getParameters()))
                .filter(one -> one.isAnnotationPresent(RequestBody.class))
                .map(Parameter::getType)
                .filter(Class::isRecord)
                .forEach(type -> add("", type, found));
        return found;
    }

    static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " is not there", e);
        }
    }

    private static void add(String before, Class<?> type, Set<String> found) {
        Class<?> around = type.getEnclosingClass();
        String outer = around == null ? type.getSimpleName() : around.getSimpleName();
        String own = before.isEmpty() ? outer.replace("Controller", "") + "." : before;
        for (RecordComponent part : type.getRecordComponents()) {
            Class<?> inner = inner(part.getGenericType());
            if (inner.isRecord()) {
                add(own + part.getName() + ".", inner, found);
            } else {
                found.add(own + part.getName());
            }
        }
    }

    private static Class<?> inner(Type type) {
        Type inner =
                type instanceof ParameterizedType generic
                        ? generic.getActualTypeArguments()[0]
                        : type;
        return inner instanceof Class<?> plain ? plain : Object.class;
    }

    /**
     * Such as {@code admin/person role}: what is typed, chosen or ticked in a form that is sent.
     */
    static Set<String> inputs() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            files.filter(file -> file.toString().endsWith(".html"))
                    .forEach(file -> inputs(file, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void inputs(Path file, Set<String> found) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String page = TEMPLATES.relativize(file).toString().replace('\\', '/').replace(".html", "");
        for (Element input : Jsoup.parse(text).select("form[method=post] [name]")) {
            boolean unseen = input.attr("type").equals("hidden") || input.is("input[hidden]");
            if (!unseen && !input.tagName().equals("button")) {
                found.add(page + " " + input.attr("name"));
            }
        }
    }

    static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods());
    }
}
