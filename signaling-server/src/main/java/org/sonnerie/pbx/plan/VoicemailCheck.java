package org.sonnerie.pbx.plan;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Looks for what is wrong with mailboxes and the addresses that are told of messages. */
final class VoicemailCheck {
    /** Enough to find a slip: whether there is such a mailbox, its server says. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s\\p{Cntrl}<>,;]+@[^@\\s\\p{Cntrl}<>,;]+");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Spot VOICEMAIL = Spot.only("company").at("voicemail");
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_MESSAGES = 10_000;
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final int LONGEST_DAYS = 3_650;

    private final CompanyPlan plan;
    private final BiConsumer<Spot, Flaw> problem;

    /**
     * A check.
     *
     * @param plan where the mailboxes stand
     * @param problem takes a spot and what is wrong there
     */
    VoicemailCheck(CompanyPlan plan, BiConsumer<Spot, Flaw> problem) {
        this.plan = plan;
        this.problem = problem;
    }

    void run() {
        plan.people().forEach(this::person);
        limits(plan.facts().voicemail());
        plan.facts()
                .voicemail()
                .mailTo()
                .forEach((box, addresses) -> {
                    Spot spot = VOICEMAIL.at("mailTo").at(box.toString());
                    if (!exists(box)) {
                        problem.accept(spot, Flaw.of("no-mailbox"));
                    }
                    addresses.forEach(address -> address(spot, address));
                });
    }

    private void limits(VoicemailRules rules) {
        within(rules.maxMessages(), MOST_MESSAGES, "maxMessages");
        within(rules.maxMegabytes(), MOST_MEGABYTES, "maxMegabytes");
        rules.keepDays().ifPresent(days -> within(days, LONGEST_DAYS, "keepDays"));
    }

    private void within(int number, int most, String member) {
        if (number < 1 || number > most) {
            problem.accept(VOICEMAIL.at(member), Flaw.of("too-much", most));
        }
    }

    private void person(Person person) {
        Spot spot = Spot.of(person);
        person.contact().email().ifPresent(address -> address(spot.at("email"), address));
        person.contact()
                .language()
                .filter(language -> !LANGUAGE.matcher(language).matches())
                .ifPresent(_ -> problem.accept(spot.at("language"), Flaw.of("bad-language")));
    }

    private void address(Spot spot, String address) {
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
            problem.accept(spot, Flaw.of("bad-address"));
        }
    }

    private boolean exists(MailboxId box) {
        return switch (box.owner()) {
            // A person's address stands with the person.
            case PERSON -> false;
            case GROUP -> plan.group(new GroupId(box.id())).isPresent();
            case QUEUE -> plan.queue(new QueueId(box.id())).isPresent();
        };
    }
}
