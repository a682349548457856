package org.sonnerie.pbx.security;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells when a session is over. */
@Component
class SessionWatch implements HttpSessionListener {
    private final ApplicationEventPublisher events;

    SessionWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        events.publishEvent(new SessionOver(event.getSession().getId()));
    }
}
