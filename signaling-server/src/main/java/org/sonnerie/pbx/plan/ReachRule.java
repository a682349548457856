package org.sonnerie.pbx.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person's rule for some of the calls to him: from certain callers, at certain hours.
 *
 * @param name such as "Lunch"
 * @param callers whose calls
 * @param week when, by the clock on the company's wall; empty: always
 * @param to where they are led; empty: his phone rings, whatever else he set
 */
public record ReachRule(
        String name, Callers callers, Map<DayOfWeek, List<Span>> week, Optional<Destination> to) {
    /** Copies the week, the days in their order; days without a span are left out. */
    public ReachRule {
        Map<DayOfWeek, List<Span>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                sorted.put(day, List.copyOf(spans));
            }
        });
        week = Collections.unmodifiableMap(sorted);
    }

    /** Whose calls a rule is about. */
    public sealed interface Callers {
        /** The word for {@link Numbers}. */
        String NUMBERS = "numbers";

        /**
         * As documents and pages name them.
         *
         * @return such as {@code colleagues}
         */
        default String word() {
            return switch (this) {
                case Everybody() -> "everybody";
                case Colleagues() -> "colleagues";
                case Outside() -> "outside";
                case Withheld() -> "withheld";
                case Numbers _ -> NUMBERS;
            };
        }

        /**
         * Reads what {@link #word} says.
         *
         * @param word one of those
         * @param numbers used where it is {@link #NUMBERS}
         * @return empty: it is none
         */
        static Optional<Callers> of(String word, Collection<String> numbers) {
            return switch (word) {
                case "everybody" -> Optional.of(new Everybody());
                case "colleagues" -> Optional.of(new Colleagues());
                case "outside" -> Optional.of(new Outside());
                case "withheld" -> Optional.of(new Withheld());
                case NUMBERS -> Optional.of(new Numbers(Set.copyOf(numbers)));
                default -> Optional.empty();
            };
        }

        /** Everybody's. */
        record Everybody() implements Callers {}

        /** Those of the same company. */
        record Colleagues() implements Callers {}

        /** Those of everybody from outside. */
        record Outside() implements Callers {}

        /** Those of callers from outside who do not show their number. */
        record Withheld() implements Callers {}

        /**
         * Those from certain numbers.
         *
         * @param numbers E.164 with "+", or the beginning of such numbers and a "*"
         */
        record Numbers(Set<String> numbers) implements Callers {
            /** Copies the numbers. */
            public Numbers {
                numbers = Set.copyOf(numbers);
            }
        }
    }

    /** Who calls, as far as rules tell callers apart. */
    public sealed interface Caller {
        /** Somebody of the same company. */
        record Colleague() implements Caller {}

        /**
         * Somebody on the phone network.
         *
         * @param number E.164 with "+"; empty: withheld
         */
        record Outsider(Optional<String> number) implements Caller {}

        /** Somebody on a page, without an account. */
        record Guest() implements Caller {}
    }

    boolean fits(Caller caller, LocalDateTime there) {
        return isAbout(caller) && (week.isEmpty() || isNow(there));
    }

    private boolean isAbout(Caller caller) {
        return switch (callers) {
            case Callers.Everybody() -> true;
            case Callers.Colleagues() -> caller instanceof Caller.Colleague;
            case Callers.Outside() -> !(caller instanceof Caller.Colleague);
            case Callers.Withheld() ->
                    caller instanceof Caller.Outsider(var number) && number.isEmpty();
            case Callers.Numbers(var numbers) ->
                    caller instanceof Caller.Outsider(var number)
                            && number.filter(one -> CallerList.holds(numbers, one)).isPresent();
        };
    }

    private boolean isNow(LocalDateTime there) {
        LocalDate today = there.toLocalDate();
        int minute = there.getHour() * 60 + there.getMinute();
        return spans(today.minusDays(1)).stream().anyMatch(span -> span.containsOnNextDay(minute))
                || spans(today).stream().anyMatch(span -> span.containsOnItsDay(minute));
    }

    private List<Span> spans(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
