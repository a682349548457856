package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.queues.DutyRoster;
import org.sonnerie.pbx.queues.DutyState;
import org.sonnerie.pbx.queues.DutyWish;
import org.sonnerie.pbx.queues.QueueBoard;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** How a company's queues stand now, and who serves them (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/queues")
class QueuesController {
    private final QueueBoard board;
    private final DutyRoster roster;

    QueuesController(QueueBoard board, DutyRoster roster) {
        this.board = board;
        this.roster = roster;
    }

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(List<Line> queues, Optional<String> next) {}

    /** One queue. */
    record Line(
            String id,
            String name,
            String extension,
            List<QueueBoard.Waiting> callers,
            List<Agent> agents) {
        static Line of(QueueBoard.Line line) {
            return new Line(
                    line.id(),
                    line.name(),
                    line.extension(),
                    line.callers(),
                    line.agents().stream().map(Agent::of).toList());
        }
    }

    /** One agent. */
    record Agent(
            String person,
            String name,
            boolean onDuty,
            Optional<String> pause,
            boolean reachable,
            String does,
            int served) {
        static Agent of(QueueBoard.Server server) {
            return new Agent(
                    server.person().text(),
                    server.name(),
                    server.duty().onDuty(),
                    server.duty().pause(),
                    server.reachable(),
                    Keyword.of(server.does()),
                    server.served());
        }
    }

    /** An agent's duty now. */
    record Duty(boolean onDuty, Optional<String> pause) {
        static Duty of(DutyState state) {
            return new Duty(state.onDuty(), state.pause());
        }
    }

    @GetMapping
    @NeedsScope(Scope.QUEUES_READ)
    Answer all(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "200") int limit) {
        List<Line> all = board.of(admin.company()).stream().map(Line::of).toList();
        Slice<Line> slice = Slice.of(all, Line::id, after, limit);
        return new Answer(slice.items(), slice.next());
    }

    @PutMapping("/agents/{person}")
    @NeedsScope(Scope.QUEUES_WRITE)
    Duty change(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String person,
            @RequestBody DutyWish wish) {
        PersonId agent = new PersonId(person);
        if (!board.isAgent(admin.company(), agent)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "no queue has an agent " + person);
        }
        return Duty.of(wish.apply(roster, admin.company(), agent));
    }

    @ExceptionHandler
    ProblemDetail notANumber(MethodArgumentTypeMismatchException refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refused.getName() + " is a whole number");
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }
}
