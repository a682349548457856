package org.sonnerie.pbx.trunks;

import java.util.function.Consumer;
import org.sonnerie.pbx.runtime.TrunkSink;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Joins the calls and the trunks. */
@Configuration(proxyBeanMethods = false)
class TrunkConfiguration {
    @Bean
    TrunkBoard trunkBoard() {
        return new TrunkBoard();
    }

    @Bean
    BridgeTrunks bridgeTrunks(ObjectProvider<TrunkBridge> bridge, TrunkBoard board) {
        return new BridgeTrunks(SingletonSupplier.of(bridge::getObject)::obtain, board);
    }

    /**
     * The sink is looked up with the first event and kept, so that the last ones still reach it
     * while all is being taken down. The calls need the bridge before it can tell them anything.
     */
    @Bean
    Consumer<TrunkEvent> trunkListener(BridgeTrunks adapter, ObjectProvider<TrunkSink> sink) {
        var kept = SingletonSupplier.of(sink::getObject);
        return event -> adapter.deliver(event, kept.obtain());
    }
}
