package org.sonnerie.pbx.signaling;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.guests.GuestLinks;
import org.sonnerie.pbx.queues.QueueBoard;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.GuestDesk;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.runtime.RoomDesk;
import org.sonnerie.pbx.runtime.Sleepers;
import org.sonnerie.pbx.security.SessionOver;
import org.sonnerie.pbx.security.Tickets;
import org.sonnerie.pbx.voicemail.OwnMailboxes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Puts the phones' side together. */
@Configuration(proxyBeanMethods = false)
class Signaling {
    private static final Duration TICK = Duration.ofSeconds(1);

    @Bean
    Switchboard switchboard(
            ObjectProvider<CallDesk> desk,
            ObjectProvider<RoomDesk> rooms,
            Sleepers sleepers,
            InstantSource clock,
            SonnerieProperties properties) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("phone-");
        executor.setVirtualThreads(true);
        return new Switchboard(
                desk,
                rooms,
                executor,
                clock,
                new Switchboard.Bounds(properties.limits().pagesPerPerson(), sleepers));
    }

    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler phoneClock(Switchboard switchboard, News news) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("phone-clock-");
        ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(switchboard::tick, TICK);
        ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(news.people()::tick, TICK);
        ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(news.queues()::tick, TICK);
        return scheduler;
    }

    @Bean
    ServletRegistrationBean<PhoneSocketServlet> phoneSocket(
            Switchboard switchboard,
            Plans plans,
            Tickets tickets,
            News news,
            InstantSource clock,
            SonnerieProperties properties) {
        Requests requests = new Requests(switchboard, plans, news, clock, properties.demo());
        PhoneSocketServlet servlet =
                new PhoneSocketServlet(
                        (line, caller) ->
                                new Conversation(
                                        line, caller, switchboard, requests, tickets, clock),
                        origins(properties));
        ServletRegistrationBean<PhoneSocketServlet> registration =
                new ServletRegistrationBean<>(servlet, "/ws");
        registration.setAsyncSupported(true);
        return registration;
    }

    private static Origins origins(SonnerieProperties properties) {
        return new Origins(properties.origins().stream().map(Origins::low).toList());
    }

    @Bean
    GuestLines guestLines(GuestLinks links, GuestDesk desk, InstantSource clock) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("guest-");
        executor.setVirtualThreads(true);
        return new GuestLines(links, desk, executor, clock);
    }

    @Bean
    ServletRegistrationBean<GuestSocketServlet> guestSocket(
            GuestLines lines, SonnerieProperties properties) {
        ServletRegistrationBean<GuestSocketServlet> registration =
                new ServletRegistrationBean<>(
                        new GuestSocketServlet(lines, origins(properties)), "/ws/guest");
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler guestClock(GuestLines lines) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("guest-clock-");
        ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(lines::tick, TICK);
        return scheduler;
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> webSockets() {
        return factory -> factory.addServerCustomizers(Signaling::prepareForWebSockets);
    }

    @Bean
    CounterSource phoneCounters(Switchboard switchboard) {
        return new CounterSource("phones", switchboard::counters);
    }

    @Bean
    VoicemailNews voicemailNews(Switchboard switchboard, ObjectProvider<OwnMailboxes> mailboxes) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("voicemail-news-");
        executor.setVirtualThreads(true);
        return new VoicemailNews(switchboard, mailboxes, executor);
    }

    @Bean
    PeopleNews peopleNews(Switchboard switchboard, Plans plans) {
        return new PeopleNews(switchboard, plans);
    }

    @Bean
    QueueNews queueNews(Switchboard switchboard, Plans plans, QueueBoard board) {
        return new QueueNews(switchboard, plans, board::waitingFor);
    }

    @Bean
    News news(VoicemailNews voicemail, PeopleNews people, QueueNews queues) {
        return new News(voicemail, people, queues);
    }

    /** What pages are told on the server's own account, beside calls and rooms. */
    record News(VoicemailNews voicemail, PeopleNews people, QueueNews queues) {}

    @Bean
    Farewells farewells(Switchboard switchboard) {
        return new Farewells(switchboard);
    }

    /** What would find Jetty's own WebSockets by itself is not in the jar. */
    private static void prepareForWebSockets(Server server) {
        JettyWebSocketServletContainerInitializer.configure(
                server.getDescendant(ServletContextHandler.class), null);
    }

    /** Closes sockets whose time is over. */
    static final class Farewells {
        private final Switchboard switchboard;

        Farewells(Switchboard switchboard) {
            this.switchboard = switchboard;
        }

        @EventListener
        void onSessionOver(SessionOver over) {
            switchboard.signedOut(over.sessionId());
        }

        @EventListener(ContextClosedEvent.class)
        void onStop(ContextClosedEvent event) {
            if (event.getApplicationContext().getParent() == null) {
                switchboard.stop();
            }
        }
    }
}
