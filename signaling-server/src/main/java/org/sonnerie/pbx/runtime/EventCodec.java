package org.sonnerie.pbx.runtime;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.plan.Destination;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Call events as JSON text: the record's simple name is the type, its components are the members.
 * The names are stored for years: renaming a record or a component is a data migration.
 */
final class EventCodec {
    private static final Map<String, Class<?>> EVENTS = byName(CallEvent.class);

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addMixIn(Destination.class, Named.class)
                    .registerSubtypes(namedTypes(Destination.class))
                    .build();

    /** Writes the type's name beside the members. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    /** An event's name and its members as JSON. */
    record Text(String type, String body) {}

    Text encode(CallEvent event) {
        return new Text(event.getClass().getSimpleName(), mapper.writeValueAsString(event));
    }

    CallEvent decode(Text text) {
        var kind = EVENTS.get(text.type());
        if (kind == null) {
            throw new IllegalStateException("the log holds an unknown event: " + text.type());
        }
        try {
            if (mapper.readValue(text.body(), kind) instanceof CallEvent event) {
                return event;
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("the log holds an unreadable event: " + text.type(), e);
        }
        throw new IllegalStateException("the log holds an event that is null: " + text.type());
    }

    private static Map<String, Class<?>> byName(Class<?> sealed) {
        return kinds(sealed).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    /** The records below a sealed interface, however deep. */
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodec::kinds)
                : Stream.of(type);
    }

    private static NamedType[] namedTypes(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(kind -> new NamedType(kind, kind.getSimpleName()))
                .toArray(NamedType[]::new);
    }
}
