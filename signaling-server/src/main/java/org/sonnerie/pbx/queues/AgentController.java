package org.sonnerie.pbx.queues;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The signed-in person as an agent, for his phone page (docs/protocol.md). */
@RestController
@RequestMapping("/phone/agent")
class AgentController {
    private final QueueBoard board;
    private final DutyRoster roster;

    AgentController(QueueBoard board, DutyRoster roster) {
        this.board = board;
        this.roster = roster;
    }

    /** His queues and his duty. */
    record Answer(List<Mine> queues, boolean onDuty, Optional<String> pause) {}

    /** One of his queues. */
    record Mine(String id, String name, int waiting, long longestSeconds) {}

    @GetMapping
    Answer mine(@AuthenticationPrincipal SignedIn me) {
        return answer(me, roster.of(me.company(), me.person()));
    }

    @PutMapping
    Answer change(@AuthenticationPrincipal SignedIn me, @RequestBody DutyWish wish) {
        if (!board.isAgent(me.company(), me.person())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "you serve no queue");
        }
        return answer(me, wish.apply(roster, me.company(), me.person()));
    }

    private Answer answer(SignedIn me, DutyState state) {
        return new Answer(
                board.servedBy(me.company(), me.person()).stream()
                        .map(AgentController::mine)
                        .toList(),
                state.onDuty(),
                state.pause());
    }

    private static Mine mine(QueueBoard.Line line) {
        return new Mine(
                line.id(),
                line.name(),
                line.callers().size(),
                line.callers().stream().mapToLong(QueueBoard.Waiting::seconds).max().orElse(0));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }
}
