package org.sonnerie.pbx.account;

import jakarta.servlet.http.HttpServletRequest;
import org.sonnerie.pbx.security.Sessions;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's sessions: ended from another one. */
@Controller
class SessionController {
    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/account/sessions/{handle}/end")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable String handle) {
        // One that is over already is what was wanted.
        sessions.end(me.company(), me.person(), handle);
        return Told.SESSION_ENDED.page();
    }

    @PostMapping("/account/sessions/end")
    String endOthers(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
        sessions.endOthers(me.company(), me.person(), request.getSession().getId());
        return Told.SESSIONS_ENDED.page();
    }
}
