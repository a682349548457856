package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.Destination.Refusal;
import org.sonnerie.pbx.plan.Destination.ToMailboxOf;
import org.sonnerie.pbx.plan.Destination.ToNowhere;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Destination.ToOwnMailbox;
import org.sonnerie.pbx.plan.Destination.ToPickup;
import org.sonnerie.pbx.plan.Destination.ToSlot;
import org.sonnerie.pbx.plan.Reading.Rule;

/** Reads what is dialled, inside and from outside. */
public final class Dialling {
    private static final int LONGEST = 64;
    private static final int LONGEST_CALLING_CODE = 3;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,6}");
    private static final Pattern CODE = Pattern.compile("[*#][0-9*#]*");
    private static final Pattern E164 = Pattern.compile("[1-9][0-9]{6,14}");

    /** What people write between digits: "01.45 67-89/01", with any kind of space. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00A0\\u2009\\u202F./()-]");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Dialling() {}

    /**
     * Where something dialled on a phone of the company leads.
     *
     * @param plan the company's plan
     * @param dialled what was typed: an extension, a code, a full name or a number
     * @return a destination that exists in the plan, or {@link Destination.ToNowhere}
     */
    public static Destination read(CompanyPlan plan, String dialled) {
        return explain(plan, dialled).destination();
    }

    /**
     * As {@link #read}, with the rule that decided.
     *
     * @param plan the company's plan
     * @param dialled what was typed
     * @return the destination and the rule
     */
    public static Reading explain(CompanyPlan plan, String dialled) {
        if (dialled.length() > LONGEST) {
            return nowhere(Refusal.NOT_A_NUMBER, Rule.NOTHING_MATCHES);
        }
        String typed = compact(dialled);
        CountryRule country = CountryRules.of(plan.facts().country());
        if (country.isEmergency(typed)) {
            return new Reading(new ToOutside(typed, true), Rule.EMERGENCY);
        }
        return inside(plan, typed)
                .or(() -> named(plan, dialled))
                .orElseGet(() -> outside(plan, country, typed));
    }

    private static Optional<Reading> inside(CompanyPlan plan, String typed) {
        return plan.atExtension(typed)
                .map(destination -> new Reading(destination, Rule.EXTENSION))
                .or(() ->
                        code(plan.outside().rules(), typed)
                                .map(destination -> new Reading(destination, Rule.CODE)));
    }

    private static Optional<Destination> code(DialRules rules, String typed) {
        Optional<Destination> slot =
                rules.parkSlots().filter(slots -> slots.has(typed)).map(_ -> new ToSlot(typed));
        return Optional.ofNullable(rules.codes().get(typed))
                .or(() -> slot)
                .or(() -> pickupOf(rules, typed))
                .or(() -> mailboxOf(rules, typed));
    }

    /** The code of one's own mailbox and an extension behind it. */
    private static Optional<Destination> mailboxOf(DialRules rules, String typed) {
        return rules.codes().entrySet().stream()
                .filter(code -> code.getValue() instanceof ToOwnMailbox)
                .filter(code -> EXTENSION.matcher(behind(code.getKey(), typed)).matches())
                .<Destination>map(code -> new ToMailboxOf(behind(code.getKey(), typed)))
                .findFirst();
    }

    /** The code of pickup and somebody's extension behind it. */
    private static Optional<Destination> pickupOf(DialRules rules, String typed) {
        return rules.codes().entrySet().stream()
                .filter(code -> code.getValue() instanceof ToPickup)
                .filter(code -> EXTENSION.matcher(behind(code.getKey(), typed)).matches())
                .<Destination>map(code -> new ToPickup(behind(code.getKey(), typed)))
                .findFirst();
    }

    private static String behind(String code, String typed) {
        return typed.startsWith(code) ? typed.substring(code.length()) : "";
    }

    private static Optional<Reading> named(CompanyPlan plan, String dialled) {
        String name = folded(dialled);
        List<Destination> found =
                plan.places()
                        .filter(place -> folded(place.name()).equals(name))
                        .map(CompanyPlan.Place::destination)
                        .toList();
        // Two of the same name: nobody can say which is meant.
        return found.size() == 1
                ? Optional.of(new Reading(found.getFirst(), Rule.NAME))
                : Optional.empty();
    }

    private static String folded(String name) {
        return SPACES.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static Reading outside(CompanyPlan plan, CountryRule country, String typed) {
        List<String> open = plan.outside().rules().openCallingCodes();
        if (country.isShortNumber(typed)) {
            return PremiumRates.closedShort(typed, open)
                    ? nowhere(Refusal.NOT_OPEN, Rule.PREMIUM_RATE)
                    : new Reading(new ToOutside(typed, false), Rule.SHORT_NUMBER);
        }
        if (!NUMBER.matcher(typed).matches()) {
            boolean code = CODE.matcher(typed).matches();
            return nowhere(
                    code ? Refusal.UNKNOWN_NUMBER : Refusal.NOT_A_NUMBER, Rule.NOTHING_MATCHES);
        }
        return country.fromInternational(typed)
                .or(() -> country.fromNational(typed))
                .filter(number -> E164.matcher(number).matches())
                .map(number -> carried(plan, country, number))
                .orElseGet(() -> nowhere(Refusal.UNKNOWN_NUMBER, Rule.NOTHING_MATCHES));
    }

    private static Reading carried(CompanyPlan plan, CountryRule country, String number) {
        Optional<PublicNumber> own = publicNumber(plan, "+" + number);
        if (own.isPresent()) {
            return new Reading(own.get().destination(), Rule.OWN_NUMBER);
        }
        boolean home = country.isAtHome(number);
        if (home && !country.isWhole(number)) {
            return nowhere(Refusal.UNKNOWN_NUMBER, Rule.NOTHING_MATCHES);
        }
        List<String> open = plan.outside().rules().openCallingCodes();
        if (!home && open.stream().noneMatch(number::startsWith)) {
            return nowhere(Refusal.NOT_OPEN, Rule.CLOSED);
        }
        return PremiumRates.closed(number, open)
                ? nowhere(Refusal.NOT_OPEN, Rule.PREMIUM_RATE)
                : new Reading(
                        new ToOutside("+" + number, false),
                        home ? Rule.NATIONAL : Rule.INTERNATIONAL);
    }

    private static Reading nowhere(Refusal why, Rule rule) {
        return new Reading(new ToNowhere(why), rule);
    }

    /**
     * Where a call from outside leads.
     *
     * @param plan the company's plan
     * @param called the number called: E.164 with or without "+", or in national form
     * @return a destination that exists in the plan, or {@link Destination.ToNowhere}
     */
    public static Destination inbound(CompanyPlan plan, String called) {
        return numberCalled(plan, called)
                .map(PublicNumber::destination)
                .orElse(new ToNowhere(Refusal.UNKNOWN_NUMBER));
    }

    /**
     * The rule that leads a call from outside elsewhere than the number called does.
     *
     * @param plan the company's plan
     * @param called the number called, in any form
     * @param caller the caller's number, in any form; empty: withheld
     * @return empty: {@link #inbound} decides
     */
    public static Optional<ScreeningRule> screening(
            CompanyPlan plan, String called, Optional<String> caller) {
        Optional<String> from = caller.flatMap(number -> e164(plan, number));
        return numberCalled(plan, called)
                .flatMap(number -> plan.outside().screening().ruleFor(from, number.e164()));
    }

    /**
     * A caller's number in the form in which numbers are compared.
     *
     * @param plan the company's plan
     * @param number in any form in which carriers write numbers
     * @return E.164 with "+"; of what is no number, something that no number equals
     */
    public static Optional<String> e164(CompanyPlan plan, String number) {
        return readings(plan, number).findFirst();
    }

    /**
     * How carriers may show a number: the usual forms that are read as this very number.
     *
     * @param plan the company's plan
     * @param number E.164 with "+", or a short number
     * @return at least the number itself
     */
    public static List<String> shownAs(CompanyPlan plan, String number) {
        if (!number.startsWith("+")) {
            return List.of(number);
        }
        String digits = number.substring(1);
        Stream<String> national =
                IntStream.rangeClosed(1, Math.min(LONGEST_CALLING_CODE, digits.length() - 1))
                        .mapToObj(digits::substring)
                        .flatMap(rest -> Stream.of("0" + rest, rest));
        return Stream.concat(Stream.of(number, digits, "00" + digits, "011" + digits), national)
                .filter(form -> e164(plan, form).filter(number::equals).isPresent())
                .distinct()
                .toList();
    }

    /**
     * What is said of recording calls to a number.
     *
     * @param plan the company's plan
     * @param called the number called, in any form
     * @return empty: nothing
     */
    public static Optional<RecordingRules.Rule> recording(CompanyPlan plan, String called) {
        return numberCalled(plan, called)
                .flatMap(number -> plan.facts().recording().ofNumber(number.e164()));
    }

    /**
     * The language in which whoever calls a number is spoken to.
     *
     * @param plan the company's plan
     * @param called the number called, in any form
     * @return empty: the company's
     */
    public static Optional<String> language(CompanyPlan plan, String called) {
        return numberCalled(plan, called).flatMap(PublicNumber::language);
    }

    private static Optional<PublicNumber> numberCalled(CompanyPlan plan, String called) {
        return readings(plan, called)
                .flatMap(e164 -> publicNumber(plan, e164).stream())
                .findFirst();
    }

    /** What a number of a carrier may be, with "+", the likeliest first. */
    private static Stream<String> readings(CompanyPlan plan, String number) {
        String digits = compact(number);
        CountryRule country = CountryRules.of(plan.facts().country());
        return Stream.of(
                        country.fromInternational(digits),
                        country.fromNational(digits),
                        Optional.of(digits))
                .flatMap(Optional::stream)
                .map(reading -> "+" + reading);
    }

    private static Optional<PublicNumber> publicNumber(CompanyPlan plan, String e164) {
        return plan.outside().numbers().stream()
                .filter(number -> number.e164().equals(e164))
                .findFirst();
    }

    /** The digits alone: "+33 (0)1 45 67 89 01" and "tel:+33-145678901" are the same number. */
    private static String compact(String dialled) {
        String text = dialled.strip();
        if (text.startsWith("tel:")) {
            text = text.substring("tel:".length());
        }
        if (text.startsWith("+") || text.startsWith("00")) {
            text = text.replace("(0)", "");
        }
        return BETWEEN.matcher(text).replaceAll("");
    }
}
