package org.sonnerie.pbx.relay;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Prompts;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.runtime.MediaSink;
import org.sonnerie.pbx.runtime.OwnPrompts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Joins the calls and the relay. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {
    @Bean
    RelayMedia relayMedia(
            ObjectProvider<MediaRelay> relay,
            ObjectProvider<Mailboxes> mailboxes,
            ObjectProvider<OwnPrompts> prompts) {
        return new RelayMedia(
                SingletonSupplier.of(relay::getObject)::obtain,
                SingletonSupplier.of(mailboxes::getObject)::obtain,
                SingletonSupplier.of(prompts::getObject)::obtain);
    }

    /** Asked only while the server runs: by whoever works on a plan. */
    @Bean
    Prompts prompts(ObjectProvider<MediaRelay> relay, OwnPrompts own) {
        return new Prompts() {
            @Override
            public Set<String> in(CompanyId company, String language) {
                Set<String> all = new TreeSet<>(relay.getObject().prompts(language));
                all.addAll(own.names(company));
                return all;
            }

            @Override
            public Set<String> languages() {
                return relay.getObject().languages();
            }
        };
    }

    /**
     * The sink is looked up with the first event and kept, so that the last ones still reach it
     * while all is being taken down. The calls need the relay before it can tell them anything.
     */
    @Bean
    Consumer<MediaEvent> mediaListener(RelayMedia adapter, ObjectProvider<MediaSink> sink) {
        var kept = SingletonSupplier.of(sink::getObject);
        return event -> adapter.deliver(event, kept.obtain());
    }
}
