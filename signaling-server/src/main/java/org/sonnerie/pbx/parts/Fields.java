package org.sonnerie.pbx.parts;

import java.util.List;
import org.sonnerie.pbx.parts.FieldType.Choice;
import org.sonnerie.pbx.parts.FieldType.Line;
import org.sonnerie.pbx.parts.FieldType.Looks;
import org.sonnerie.pbx.parts.FieldType.Whole;

/** The fields of each kind of part (docs/plan-document.md has what they mean). */
final class Fields {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_RINGING = 300;
    private static final int LONGEST_WAIT = 14_400;
    private static final int LONGEST_DAYS = 3_650;
    private static final String RECORDING = "recording";
    private static final FieldType.Truth TRUTH = new FieldType.Truth();
    private static final FieldType.Target TARGET = new FieldType.Target();
    private static final FieldType.Lines LINES = new FieldType.Lines(Looks.TEXT);
    private static final FieldType.Language LANGUAGE = new FieldType.Language();
    private static final FieldType.Prompt PROMPT = new FieldType.Prompt();
    private static final FieldType.Keys KEYS = new FieldType.Keys();
    private static final Choice RECORD = new Choice(List.of("always", "on-demand", "never"));
    private static final Field NAME = Field.of("name", text(LONGEST_NAME)).mustBe();
    private static final Field EXTENSION = Field.of("extension", digits(6)).mustBe();
    private static final Field VOICEMAIL = Field.of("voicemail", TRUTH);

    private Fields() {}

    static List<Field> of(PartKind kind) {
        return switch (kind) {
            case PERSON -> person();
            case GROUP -> group();
            case QUEUE -> queue();
            case MENU -> menu();
            case HOURS -> hours();
            case ROUTE -> route();
            case ANNOUNCEMENT -> announcement();
            case ROOM -> room();
            case NUMBER -> number();
            case TRUNK -> trunk();
            case CALLERS -> List.of(NAME, Field.of("numbers", new FieldType.Lines(Looks.PHONE)));
            case SCREENING -> List.of(Field.of("screening", new FieldType.CallerRules()));
            case COMPANY -> company();
        };
    }

    private static List<Field> person() {
        return List.of(
                NAME,
                EXTENSION,
                Field.of("department", text(LONGEST_NAME)),
                Field.of("email", new Line(254, Looks.MAIL)),
                Field.of("language", LANGUAGE),
                Field.of("ringSeconds", new Whole(1, LONGEST_RINGING)).mustBe(),
                Field.of("callWaiting", TRUTH),
                VOICEMAIL,
                Field.of("listed", TRUTH),
                record("people", RECORD),
                Field.of("reach.doNotDisturb", TRUTH),
                Field.of("reach.always", TARGET),
                Field.of("reach.busy", TARGET),
                Field.of("reach.noAnswer", TARGET),
                Field.of("reach.unreachable", TARGET));
    }

    private static List<Field> group() {
        return List.of(
                NAME,
                EXTENSION,
                Field.of("members", new FieldType.Persons()),
                Field.of(
                                "strategy",
                                new Choice(
                                        List.of("all", "in-order", "round-robin", "longest-idle")))
                        .mustBe(),
                Field.of("ringSeconds", new Whole(1, LONGEST_RINGING)).mustBe(),
                Field.of("memberSeconds", new Whole(1, LONGEST_RINGING)).mustBe(),
                Field.of("hears", new Choice(List.of("ring-back", "music"))).mustBe(),
                Field.of("otherwise", TARGET),
                VOICEMAIL,
                mailTo("group-mailbox:"),
                record("groups", RECORD));
    }

    private static List<Field> queue() {
        return List.of(
                NAME,
                EXTENSION,
                Field.of("agents", new FieldType.Persons()),
                Field.of("supervisors", new FieldType.Persons()),
                Field.of(
                                "strategy",
                                new Choice(
                                        List.of(
                                                "all",
                                                "in-order",
                                                "round-robin",
                                                "longest-idle",
                                                "fewest-calls")))
                        .mustBe(),
                Field.of("ringSeconds", new Whole(1, LONGEST_RINGING)).mustBe(),
                Field.of("wrapUpSeconds", new Whole(0, 3_600)).mustBe(),
                Field.of("maxCallers", new Whole(1, 1_000)).mustBe(),
                Field.of("maxWaitSeconds", new Whole(1, LONGEST_WAIT)).mustBe(),
                Field.of("waitWithoutAgents", TRUTH),
                Field.of("whenFull", TARGET),
                Field.of("whenTooLong", TARGET),
                Field.of("whenNoAgents", TARGET),
                Field.of("keys", KEYS),
                Field.of("welcome", PROMPT),
                Field.of("announceSeconds", new Whole(0, LONGEST_WAIT)).mustBe(),
                Field.of("position", TRUTH),
                Field.of("waitingTime", TRUTH),
                Field.of("adverts", new FieldType.Prompts()),
                VOICEMAIL,
                mailTo("queue-mailbox:"),
                record("queues", RECORD));
    }

    private static List<Field> menu() {
        return List.of(
                NAME,
                EXTENSION,
                Field.of("greeting", PROMPT).mustBe(),
                Field.of("keys", KEYS),
                Field.of("extensionsDialable", TRUTH),
                Field.of("languages", new FieldType.LanguageKeys()),
                Field.of("timeoutSeconds", new Whole(1, 60)).mustBe(),
                Field.of("maxTries", new Whole(1, 10)).mustBe(),
                Field.of("afterTimeout", TARGET),
                Field.of("afterInvalid", TARGET));
    }

    private static List<Field> hours() {
        return List.of(
                NAME,
                Field.of("timeZone", new FieldType.Zone()),
                Field.of("week", new FieldType.Week()),
                Field.of("holidays", new FieldType.Holidays()));
    }

    private static List<Field> route() {
        return List.of(
                NAME,
                EXTENSION,
                Field.of("hours", new FieldType.OpeningHours()).mustBe(),
                Field.of("open", TARGET).mustBe(),
                Field.of("closed", TARGET).mustBe(),
                Field.of("holiday", TARGET));
    }

    private static List<Field> announcement() {
        return List.of(
                NAME,
                EXTENSION,
                Field.of("prompt", PROMPT).mustBe(),
                Field.of("then", TARGET).mustBe(),
                Field.of("language", LANGUAGE));
    }

    private static List<Field> room() {
        return List.of(
                NAME,
                EXTENSION,
                Field.of("pin", new Line(12, Looks.PIN)).mustBe(),
                Field.of("moderatorPin", new Line(12, Looks.PIN)),
                Field.of("owner", new FieldType.OnePerson()),
                Field.of("waitForModerator", TRUTH),
                Field.of("endsWithModerator", TRUTH),
                Field.of("listenOnly", TRUTH),
                Field.of("announce", new Choice(List.of("tone", "names", "none"))).mustBe(),
                record("rooms", new Choice(List.of("on-demand", "never"))));
    }

    private static List<Field> number() {
        return List.of(
                Field.of("number", new Line(16, Looks.PHONE)).mustBe(),
                Field.of("to", TARGET).mustBe(),
                Field.of("language", LANGUAGE),
                record("numbers", RECORD));
    }

    private static List<Field> trunk() {
        return List.of(
                NAME,
                Field.of("host", text(253)).mustBe(),
                Field.of("port", new Whole(1, 65_535)).mustBe(),
                Field.of("transport", new Choice(List.of("udp", "tcp"))).mustBe(),
                Field.of("registration.user", text(LONGEST_NAME)),
                Field.of("registration.authUser", text(LONGEST_NAME)),
                Field.of("registration.registrar", text(253)),
                Field.of("registration.realm", text(LONGEST_NAME)),
                Field.of("registration.expirySeconds", new Whole(60, 7_200)),
                Field.of("callerNumber", new Line(16, Looks.PHONE)),
                Field.of("codecs", new FieldType.Several(List.of("opus", "pcma", "pcmu"))),
                Field.of("allowedSources", LINES),
                Field.of("mediaNetworks", LINES));
    }

    private static List<Field> company() {
        return List.of(
                Field.of("company.name", text(LONGEST_NAME)).mustBe(),
                Field.of("company.country", new FieldType.Country()).mustBe(),
                Field.of("company.language", LANGUAGE).mustBe(),
                Field.of("company.timeZone", new FieldType.Zone()).mustBe(),
                Field.of("dialling.openCallingCodes", LINES),
                Field.of("dialling.codes", new FieldType.Codes()),
                Field.of("dialling.parkSlots", text(13)),
                Field.of("company.voicemail.maxMessages", new Whole(1, 10_000)).mustBe(),
                Field.of("company.voicemail.maxMegabytes", new Whole(1, 1_000_000)).mustBe(),
                Field.of("company.voicemail.keepDays", new Whole(1, LONGEST_DAYS)),
                Field.of("recording.keepDays", new Whole(1, LONGEST_DAYS)).mustBe(),
                Field.of("recording.consent", new Choice(List.of("announce", "ask", "told")))
                        .mustBe());
    }

    private static Field record(String table, Choice choice) {
        return Field.of("record", choice).in(List.of(RECORDING, table), "");
    }

    private static Field mailTo(String prefix) {
        return Field.of("mailTo", LINES).in(List.of("company", "voicemail", "mailTo"), prefix);
    }

    private static Line text(int most) {
        return new Line(most, Looks.TEXT);
    }

    private static Line digits(int most) {
        return new Line(most, Looks.DIGITS);
    }
}
