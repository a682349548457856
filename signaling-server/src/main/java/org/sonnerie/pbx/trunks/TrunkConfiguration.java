package org.sonnerie.pbx.trunks;

import java.util.function.Consumer;
import org.sonnerie.pbx.runtime.TrunkSink;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins the calls and the trunks. */
@Configuration(proxyBeanMethods = false)
class TrunkConfiguration {
    @Bean
    TrunkBoard trunkBoard() {
        return new TrunkBoard();
    }

    @Bean
    BridgeTrunks bridgeTrunks(ObjectProvider<TrunkBridge> bridge, TrunkBoard board) {
        return new BridgeTrunks(bridge::getObject, board);
    }

    /**
     * The sink is asked for with each event: the calls need the bridge before it can tell them
     * anything.
     */
    @Bean
    Consumer<TrunkEvent> trunkListener(BridgeTrunks adapter, ObjectProvider<TrunkSink> sink) {
        return event -> adapter.deliver(event, sink.getObject());
    }
}
