package org.sonnerie.pbx.history;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the signed-in person reports of a call that is over (docs/protocol.md). */
@RestController
class CallReportController {
    private final CallReports reports;
    private final InstantSource clock;

    CallReportController(CallReports reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** A report as it is kept. */
    record Kept(Instant at, String what, String note) {
        static Kept of(CallReport report) {
            return new Kept(report.at(), Keyword.of(report.what()), report.note());
        }
    }

    /** What is wrong with what was sent. */
    record Refusal(String code, List<ReportForm.Flaw> flaws) {}

    @PostMapping("/phone/calls/{id}/report")
    ResponseEntity<?> report(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestBody ReportForm form) {
        CallId call =
                OwnCallsController.callId(id)
                        .filter(one -> reports.mayReport(me.company(), me.person(), one))
                        .orElseThrow(OwnCallsController::none);
        Optional<Complaint> complaint = form.complaint();
        if (complaint.isEmpty() || !form.flaws().isEmpty()) {
            return ResponseEntity.unprocessableContent()
                    .body(new Refusal("report-refused", form.flaws()));
        }
        CallReport report = new CallReport(me.person(), now(), complaint.get(), form.note());
        reports.keep(me.company(), call, report);
        return ResponseEntity.ok(Kept.of(report));
    }

    /** As finely as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
