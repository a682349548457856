package org.sonnerie.pbx.relay;

import java.util.function.Consumer;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.pbx.runtime.MediaSink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins the calls and the relay. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {
    @Bean
    RelayMedia relayMedia(ObjectProvider<MediaRelay> relay) {
        return new RelayMedia(relay::getObject);
    }

    /**
     * The sink is asked for with each event: the calls need the relay before it can tell them
     * anything.
     */
    @Bean
    Consumer<MediaEvent> mediaListener(RelayMedia adapter, ObjectProvider<MediaSink> sink) {
        return event -> adapter.deliver(event, sink.getObject());
    }
}
