package org.sonnerie.pbx.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A company with 1,000 people and 1,000,000 calls: one each 30 s until now, of 100,000 callers, six
 * of ten from outside to people or to one of ten queues.
 */
final class ManyRecords {
    static final int PEOPLE = 1_000;
    static final int CALLS = Integer.getInteger("sonnerie.bench.calls", 1_000_000);

    private static final int AT_ONCE = 50_000;
    private static final int SECONDS = 30;
    private static final int NUMBERS = 100_000;
    private static final int QUEUES = 10;
    private static final int FIRST_EXTENSION = 20_000;

    /** Sees what waited in any of the ten queues. */
    static final String SUPERVISOR = "carol";

    /** Days are counted one after another: their rows lie together. The third column is the day. */
    private static final String IN_TIME = " order by 3";

    private final RunningServer server;
    private final JdbcClient rows;
    private final CompanyId company;

    /** Where the last call begins, the same in all statements. */
    private final OffsetDateTime midnight =
            Instant.now().truncatedTo(ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);

    ManyRecords(RunningServer server) {
        this.server = server;
        this.rows = TestDatabase.outside(server.data());
        this.company = server.bean(Published.class).all().getFirst().company();
    }

    /** A day that has calls, so many days ago. */
    static LocalDate day(int ago) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(ago);
    }

    /** One of the callers. */
    static String number(int caller) {
        return "336" + "%08d".formatted(caller);
    }

    void fill() {
        plan();
        accounts();
        calls();
        legs();
        numbers();
        queues();
        reported();
        rollUps();
        // As after some hours: PostgreSQL does so by itself, but then beside what is measured.
        boolean h2 = TestDatabase.used() == TestDatabase.Kind.H2;
        rows.sql(h2 ? "analyze" : "vacuum analyze").update();
    }

    private void plan() {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode plan =
                (ObjectNode) mapper.readTree(server.bean(Published.class).document(company));
        ArrayNode people = (ArrayNode) plan.path("people");
        for (int i = people.size(); i < PEOPLE; i++) {
            people.addObject()
                    .put("id", "bench-" + i)
                    .put("name", "Person " + i)
                    .put("extension", String.valueOf(FIRST_EXTENSION + i))
                    .put("ringSeconds", 20);
        }
        ArrayNode queues = (ArrayNode) plan.path("queues");
        for (int i = 0; i < QUEUES; i++) {
            ObjectNode queue =
                    queues.addObject()
                            .put("id", "queue-" + i)
                            .put("name", "Queue " + i)
                            .put("extension", String.valueOf(FIRST_EXTENSION - 1 - i));
            queue.putArray("agents").add("alice");
            queue.putArray("supervisors").add(SUPERVISOR);
        }
        server.bean(Published.class).publish(company, plan.toString());
    }

    private void accounts() {
        Account carol = server.bean(People.class).account(company, SUPERVISOR).orElseThrow();
        server.bean(People.class)
                .change(
                        new Account(
                                carol.id(),
                                company,
                                carol.userName(),
                                carol.displayName(),
                                Role.SUPERVISOR));
        make(
                "person (id, company_id, user_name, user_name_low, display_name, password_hash,"
                        + " role, created_at)",
                "'bench-' || x, :company, 'bench.' || x, 'bench.' || x, 'Person ' || x, '',"
                        + " 'EMPLOYEE', cast(:now as timestamp with time zone)",
                "x between 5 and 999");
    }

    /** Into a table from the numbers 1 to 1,000,000, called x, not all in one transaction. */
    private void make(String table, String values, String condition) {
        for (int from = 1; from <= CALLS; from += AT_ONCE) {
            int to = Math.min(CALLS, from + AT_ONCE - 1);
            String numbers =
                    TestDatabase.used() == TestDatabase.Kind.H2
                            ? "system_range(%d, %d)".formatted(from, to)
                            : "generate_series(%d, %d) as g(x)".formatted(from, to);
            rows.sql(
                            "insert into %s select %s from %s where %s"
                                    .formatted(table, values, numbers, condition))
                    .param("company", company.text())
                    .param("now", midnight)
                    .update();
        }
    }

    private static String began() {
        return "cast(:now as timestamp with time zone) - (%d - x) * interval '%d' second"
                .formatted(CALLS, SECONDS);
    }

    private static String caller() {
        return "'+336' || lpad(cast(mod(cast(x as bigint) * 7919, %d) as varchar(8)), 8, '0')"
                .formatted(NUMBERS);
    }

    private static String person() {
        return "'bench-' || (5 + mod(cast(x as bigint) * 31, %d))".formatted(PEOPLE - 5);
    }

    private void calls() {
        String other = "case when mod(x, 10) < 6 then " + caller() + " else '101' end";
        make(
                "call_record (call_id, company_id, began_at, ended_at, direction, caller_person,"
                        + " caller_name, caller_number, dialled, led_to_kind, led_to_name,"
                        + " led_to_number, answered_at, talk_millis, end_reason, counted)",
                ("'b' || x, :company, %1$s, %1$s + interval '80' second, case when mod(x, 10) < 6"
                                + " then 'IN' when mod(x, 10) < 9 then 'OUT' else 'INTERNAL' end, case when"
                                + " mod(x, 10) < 6 then null else %2$s end, '', %3$s, case when mod(x, 10)"
                                + " < 6 then '+15550100200' when mod(x, 10) < 9 then %4$s else '101' end,"
                                + " case when mod(x, 10) < 4 then 'queue' else 'person' end, 'Support',"
                                + " '300', case when mod(x, 5) = 0 then null else %1$s + interval '20'"
                                + " second end, 60000, 'HUNG_UP', true")
                        .formatted(began(), person(), other, caller()),
                "true");
    }

    private void legs() {
        for (int leg = 1; leg <= 2; leg++) {
            boolean first = leg == 1;
            make(
                    "call_record_leg (call_id, leg_number, company_id, person_id, shown_name,"
                            + " shown_number, was_called, began_at, rang_at, answered_at, ended_at,"
                            + " end_reason)",
                    "'b' || x, %d, :company, %s, '', %s, %s, %s, null, null, null, 'HUNG_UP'"
                            .formatted(
                                    leg,
                                    first ? "cast(null as varchar(64))" : person(),
                                    first ? caller() : "'300'",
                                    first ? "false" : "true",
                                    began()),
                    "true");
        }
        make(
                "call_record_person (call_id, person_id, company_id, began_at, part, talk_millis)",
                "'b' || x, %s, :company, %s, case when mod(x, 10) < 6 then 'TOOK' else 'CALLED'"
                                .formatted(person(), began())
                        + " end, 60000",
                "true");
    }

    private void numbers() {
        String table = "call_record_number (call_id, dialable, company_id, began_at)";
        make(table, "'b' || x, %s, :company, %s".formatted(caller(), began()), "true");
        make(table, "'b' || x, '+15550100200', :company, " + began(), "mod(x, 10) < 6");
        make(table, "'b' || x, '300', :company, " + began(), "true");
        rows.sql(
                        "insert into call_number (company_id, dialable, calls) select company_id,"
                                + " dialable, count(*) from call_record_number group by company_id,"
                                + " dialable")
                .update();
    }

    /** Four of ten waited in a queue from the first second to the fiftieth. */
    private void queues() {
        make(
                "call_record_way (call_id, stretch, company_id, part_kind, part_id, first_time,"
                        + " began_at, from_at, to_at)",
                ("'b' || x, 0, :company, 'QUEUE', 'queue-' || mod(x * 3, %2$d), true, %1$s, %1$s +"
                                + " interval '1' second, %1$s + interval '50' second")
                        .formatted(began(), QUEUES),
                "mod(x, 10) < 4");
    }

    private void reported() {
        make(
                "call_report (call_id, person_id, company_id, reported_at, complaint, note)",
                "'b' || x, %s, :company, %s, 'ECHO', ''".formatted(person(), began()),
                "mod(x, 1000) = 0");
    }

    private void rollUps() {
        String sums =
                " sum(case when answered_at is null then 0 else 1 end), sum(case when answered_at is"
                        + " null then 1 else 0 end), 0, sum(talk_millis) from call_record group by ";
        String date = "cast(began_at as date)";
        rows.sql(
                        "insert into report_day select company_id, direction, %1$s,%2$scompany_id,"
                                        .formatted(date, sums)
                                + " direction, "
                                + date)
                .update();
        Map<String, String> grains =
                Map.of(
                        "D",
                        date,
                        "W",
                        date + " - cast(extract(isodow from began_at) - 1 as int)",
                        "M",
                        "cast(date_trunc('month', began_at) as date)",
                        "Q",
                        "cast(date_trunc('quarter', began_at) as date)");
        grains.forEach((grain, day) -> {
            String keys = "%s, direction, extract(hour from began_at)".formatted(day);
            rows.sql(
                            "insert into report_clock select company_id, '%1$s', %2$s,%3$s"
                                            .formatted(grain, keys, sums)
                                    + "company_id, "
                                    + keys
                                    + IN_TIME)
                    .update();
            grains(grain, day);
        });
    }

    private void grains(String grain, String day) {
        String second = "mod(cast(substring(call_id, 2) as bigint) * 13, 300)";
        String queue = "'queue-' || mod(cast(substring(call_id, 2) as bigint) * 3, 10)";
        for (String each : new String[] {"cast('' as varchar(64))", queue}) {
            rows.sql(
                            ("insert into report_wait select company_id, '%1$s', %2$s, %3$s, case when"
                                            + " answered_at is null then 'ABANDONED' else 'ANSWERED' end,"
                                            + " %4$s, count(*), sum(talk_millis) from call_record where"
                                            + " direction = 'IN' group by company_id, %2$s, %3$s, case when answered_at is null then 'ABANDONED' else 'ANSWERED' end, %4$s"
                                            + IN_TIME)
                                    .formatted(grain, day, each, second))
                    .update();
        }
        rows.sql(
                        ("insert into report_person select company_id, '%1$s', %2$s, person_id,"
                                        + " sum(case when part = 'CALLED' then 1 else 0 end), sum(case when"
                                        + " part = 'TOOK' then 1 else 0 end), 0, 0, 0, sum(talk_millis) from"
                                        + " call_record_person group by company_id, %2$s, person_id"
                                        + IN_TIME)
                                .formatted(grain, day))
                .update();
        rows.sql(
                        ("insert into report_trunk select company_id, '%1$s', %2$s, 'loopback',"
                                        + " direction, case when answered_at is null then 'NETWORK' else"
                                        + " 'CONNECTED' end, count(*), sum(talk_millis) from call_record"
                                        + " where direction <> 'INTERNAL' group by company_id, %2$s,"
                                        + " direction, case when answered_at is null then 'NETWORK' else"
                                        + " 'CONNECTED' end")
                                .formatted(grain, day))
                .update();
    }
}
