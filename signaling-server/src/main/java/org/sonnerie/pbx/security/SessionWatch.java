package org.sonnerie.pbx.security;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells when a session is over. A new log-in in the same browser ends the one before it: the
 * session gets a new id, and what was opened with the old one belongs to nobody who could sign out.
 */
@Component
class SessionWatch implements HttpSessionListener, HttpSessionIdListener {
    private final ApplicationEventPublisher events;

    SessionWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        events.publishEvent(new SessionOver(event.getSession().getId()));
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
        events.publishEvent(new SessionOver(oldSessionId));
    }
}
