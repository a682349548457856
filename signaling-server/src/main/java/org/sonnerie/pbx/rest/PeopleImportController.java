package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.staff.PeopleCsv;
import org.sonnerie.pbx.staff.PeopleCsv.Line;
import org.sonnerie.pbx.staff.PeopleImport;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Adds the people of a list, looked at before (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/people/import")
class PeopleImportController {
    private static final int MOST_OCTETS = 4 * 1024 * 1024;

    private final PeopleImport imports;
    private final Narrator narrator;

    PeopleImportController(PeopleImport imports, Narrator narrator) {
        this.imports = imports;
        this.narrator = narrator;
    }

    /** What is in a list. */
    record Preview(boolean good, List<Row> people, List<String> unknown) {
        static Preview of(PeopleImport.Preview preview) {
            return new Preview(
                    preview.isGood(),
                    preview.rows().stream().map(Row::of).toList(),
                    preview.unknown());
        }
    }

    /** A line of it. */
    record Row(
            long line,
            String name,
            String userName,
            String extension,
            String role,
            List<String> problems) {
        static Row of(PeopleImport.Row row) {
            return new Row(
                    row.number(),
                    row.name(),
                    row.userName(),
                    row.extension(),
                    row.role().word(),
                    row.problems());
        }
    }

    /** Who was added. */
    record Answer(List<Added> people) {}

    /** Somebody who is to choose a password, and where. */
    record Added(String name, String userName, String path) {
        static Added of(PeopleImport.Added added) {
            return new Added(added.name(), added.userName(), "/welcome/" + added.secret());
        }
    }

    @PostMapping("/preview")
    @NeedsScope({Scope.PEOPLE_READ, Scope.PEOPLE_WRITE})
    Preview preview(
            @AuthenticationPrincipal SignedIn admin, HttpServletRequest request, Locale locale)
            throws IOException, PeopleCsv.Unreadable {
        return Preview.of(imports.preview(desk(admin, locale), list(request)));
    }

    @PostMapping
    @NeedsScope(Scope.PEOPLE_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(@AuthenticationPrincipal SignedIn admin, HttpServletRequest request, Locale locale)
            throws IOException, PeopleCsv.Unreadable {
        Map<Line, List<Phrase>> wrong = new LinkedHashMap<>();
        List<PeopleImport.Added> added = imports.add(desk(admin, locale), list(request), wrong);
        if (!wrong.isEmpty()) {
            throw refused(wrong, locale);
        }
        return new Answer(added.stream().map(Added::of).toList());
    }

    private static Desk desk(SignedIn admin, Locale locale) {
        return new Desk(admin.company(), admin.person(), false, locale);
    }

    private static PeopleCsv list(HttpServletRequest request)
            throws IOException, PeopleCsv.Unreadable {
        byte[] file = request.getInputStream().readNBytes(MOST_OCTETS + 1);
        if (file.length > MOST_OCTETS) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "a list has at most 4 MiB");
        }
        return PeopleCsv.read(PeopleCsv.text(file));
    }

    private ErrorResponseException refused(Map<Line, List<Phrase>> wrong, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "some lines cannot be used: nobody was added");
        problem.setProperty(
                "problems",
                wrong.entrySet().stream()
                        .sorted((one, other) ->
                                Long.compare(one.getKey().number(), other.getKey().number()))
                        .flatMap(one ->
                                one.getValue().stream()
                                        .map(why ->
                                                new PlanProblemAnswer(
                                                        "line " + one.getKey().number(),
                                                        narrator.say(why, locale))))
                        .toList());
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }

    @ExceptionHandler
    ProblemDetail unreadable(PeopleCsv.Unreadable unreadable, Locale locale) {
        String why = String.valueOf(unreadable.getMessage());
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        narrator.find("people.import.unreadable." + why, locale)
                                .orElse("this is no list of people"));
        problem.setProperty("code", why);
        return problem;
    }
}
