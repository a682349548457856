package org.sonnerie.pbx.plan;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Looks for what is wrong with mailboxes and the addresses that are told of messages. */
final class VoicemailCheck {
    /** Enough to find a slip: whether there is such a mailbox, its server says. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s\\p{Cntrl}<>,;]+@[^@\\s\\p{Cntrl}<>,;]+");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_MESSAGES = 10_000;
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final int LONGEST_DAYS = 3_650;

    private final CompanyPlan plan;
    private final BiConsumer<String, String> problem;

    /**
     * A check.
     *
     * @param plan where the mailboxes stand
     * @param problem takes a place and what is wrong there
     */
    VoicemailCheck(CompanyPlan plan, BiConsumer<String, String> problem) {
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
                    String place = "company, voicemail, mailTo, " + box;
                    if (!exists(box)) {
                        problem.accept(place, "there is no such group or queue");
                    }
                    addresses.forEach(address -> address(place, address));
                });
    }

    private void limits(VoicemailRules rules) {
        within(rules.maxMessages(), MOST_MESSAGES, "maxMessages");
        within(rules.maxMegabytes(), MOST_MEGABYTES, "maxMegabytes");
        rules.keepDays().ifPresent(days -> within(days, LONGEST_DAYS, "keepDays"));
    }

    private void within(int number, int most, String member) {
        if (number < 1 || number > most) {
            problem.accept("company, voicemail, " + member, "it is not 1 to " + most);
        }
    }

    private void person(Person person) {
        String place = "person \"" + person.name() + "\"";
        person.contact().email().ifPresent(address -> address(place + ", email", address));
        person.contact()
                .language()
                .filter(language -> !LANGUAGE.matcher(language).matches())
                .ifPresent(_ ->
                        problem.accept(
                                place + ", language", "it is not two or three small letters"));
    }

    private void address(String place, String address) {
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
            problem.accept(place, "it is not an e-mail address");
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
