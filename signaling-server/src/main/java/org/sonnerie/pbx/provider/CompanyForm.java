package org.sonnerie.pbx.provider;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.company.Countries;
import org.sonnerie.pbx.people.AccountRules;

/**
 * What is typed of a company and its first administrator.
 *
 * @param name the company's
 * @param country ISO 3166-1 alpha-2
 * @param language of its prompts
 * @param timeZone where its day begins
 * @param adminName the administrator's
 * @param userName with which he signs in
 */
public record CompanyForm(
        @Nullable String name,
        @Nullable String country,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String adminName,
        @Nullable String userName) {
    static final String[] LANGUAGES = {"en", "fr"};

    /** Nothing left out, no space around. */
    static CompanyForm typed(CompanyForm form) {
        return new CompanyForm(
                text(form.name),
                text(form.country),
                text(form.language),
                text(form.timeZone),
                text(form.adminName),
                text(form.userName));
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** What is wrong, by field: a key of a message. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        need(problems, "name", AccountRules.isName(text(name)), "setup.problem.company");
        need(problems, "country", Countries.known(text(country)), "form.wrong.no-choice");
        need(
                problems,
                "language",
                text(language).equals(LANGUAGES[0]) || text(language).equals(LANGUAGES[1]),
                "form.wrong.no-choice");
        need(
                problems,
                "timeZone",
                ZoneId.getAvailableZoneIds().contains(text(timeZone)),
                "form.wrong.no-choice");
        need(problems, "adminName", AccountRules.isName(text(adminName)), "setup.problem.name");
        need(
                problems,
                "userName",
                AccountRules.isUserName(text(userName)),
                "setup.problem.user-name");
        return problems;
    }

    private static void need(Map<String, String> problems, String field, boolean good, String key) {
        if (!good) {
            problems.put(field, key);
        }
    }
}
