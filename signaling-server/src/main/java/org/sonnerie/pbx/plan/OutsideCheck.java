package org.sonnerie.pbx.plan;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Looks for what is wrong with numbers, trunks and dialling rules. */
final class OutsideCheck {
    private static final Pattern CALLING_CODE = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern CODE = Pattern.compile("[*#][0-9*#]{1,7}");
    private static final Pattern HOST =
            Pattern.compile(
                    "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** What may stand in a header field of SIP. */
    private static final Pattern ONE_LINE =
            Pattern.compile("[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*");

    private static final int SHORTEST_EXPIRY_SECONDS = 60;
    private static final int LONGEST_EXPIRY_SECONDS = 7_200;
    private static final int HIGHEST_PORT = 65_535;

    private final Outside outside;
    private final BiConsumer<Spot, Flaw> problem;
    private final BiConsumer<Spot, Destination> leads;

    /**
     * A check.
     *
     * @param outside to be checked
     * @param problem takes a spot and what is wrong there
     * @param leads takes a spot and a destination that must exist
     */
    OutsideCheck(
            Outside outside, BiConsumer<Spot, Flaw> problem, BiConsumer<Spot, Destination> leads) {
        this.outside = outside;
        this.problem = problem;
        this.leads = leads;
    }

    void run() {
        for (PublicNumber number : outside.numbers()) {
            Spot spot = Spot.of(number);
            unless(LeadCheck.isE164(number.e164()), spot.on("number"), "bad-number");
            leads.accept(spot.on("to"), number.destination());
        }
        outside.trunks().forEach(this::trunk);
        new ScreeningCheck(outside, problem, leads).run();
        outside.rules().codes().forEach(this::code);
        for (String open : outside.rules().openCallingCodes()) {
            Spot spot =
                    Spot.only("dialling")
                            .on("openCallingCodes." + open)
                            .called(Spot.numberedBy("plan.spot.calling-code", open));
            unless(CALLING_CODE.matcher(open).matches(), spot, "bad-calling-code");
        }
    }

    private void code(String code, Destination destination) {
        Spot spot =
                Spot.only("dialling")
                        .on("codes." + code)
                        .called(Spot.numberedBy("plan.spot.code", code));
        unless(CODE.matcher(code).matches(), spot, "bad-code");
        leads.accept(spot, destination);
    }

    private void trunk(Trunk trunk) {
        Spot spot = Spot.of(trunk);
        Carrier carrier = trunk.carrier();
        String host = carrier.host();
        unless(!host.isBlank(), spot.on("host"), "no-host");
        unless(host.isBlank() || HOST.matcher(host).matches(), spot.on("host"), "bad-host");
        unless(carrier.port() >= 1 && carrier.port() <= HIGHEST_PORT, spot.on("port"), "bad-port");
        unless(!carrier.codecs().isEmpty(), spot.on("codecs"), "no-codec");
        unless(
                trunk.callerNumber().map(LeadCheck::isE164).orElse(true),
                spot.on("callerNumber"),
                "bad-caller-number");
        trunk.registration().ifPresent(account -> registration(spot.at("registration"), account));
    }

    private void registration(Spot spot, Registration account) {
        String user = account.user();
        unless(!user.isBlank(), spot.on("user"), "no-user");
        unless(user.isBlank() || isOneLine(user), spot.on("user"), "bad-user");
        unless(isOneLine(account.authUser()), spot.on("authUser"), "bad-auth-user");
        unless(isOneLine(account.realm()), spot.on("realm"), "bad-realm");
        unless(
                account.registrar().map(host -> HOST.matcher(host).matches()).orElse(true),
                spot.on("registrar"),
                "bad-registrar");
        int expiry = account.expirySeconds();
        unless(
                expiry >= SHORTEST_EXPIRY_SECONDS && expiry <= LONGEST_EXPIRY_SECONDS,
                spot.on("expirySeconds"),
                "bad-expiry",
                expiry,
                SHORTEST_EXPIRY_SECONDS,
                LONGEST_EXPIRY_SECONDS);
    }

    private static boolean isOneLine(Optional<String> text) {
        return text.map(OutsideCheck::isOneLine).orElse(true);
    }

    private static boolean isOneLine(String text) {
        return ONE_LINE.matcher(text).matches();
    }

    private void unless(boolean good, Spot spot, String word, Object... parts) {
        if (!good) {
            problem.accept(spot, Flaw.of(word, parts));
        }
    }
}
