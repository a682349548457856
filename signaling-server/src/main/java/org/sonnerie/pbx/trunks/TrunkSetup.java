package org.sonnerie.pbx.trunks;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Carrier;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.publish.PlanPublished;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkId;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the bridge which trunks there are: at the start and whenever a plan is published. */
@Component
class TrunkSetup implements SmartLifecycle {
    /** After the calls of before are taken up. */
    private static final int PHASE = 1;

    private final Plans plans;
    private final TrunkBridge bridge;
    private volatile boolean running;

    TrunkSetup(Plans plans, TrunkBridge bridge) {
        this.plans = plans;
        this.bridge = bridge;
    }

    @Override
    public void start() {
        running = true;
        configure();
    }

    @EventListener
    void onPublished(PlanPublished published) {
        if (running) {
            configure();
        }
    }

    private void configure() {
        bridge.submit(
                new TrunkCommand.Configure(
                        plans.all().stream()
                                .flatMap(plan -> plan.outside().trunks().stream())
                                .map(TrunkSetup::account)
                                .toList()));
    }

    private static TrunkAccount account(Trunk trunk) {
        var carrier = trunk.carrier();
        return new TrunkAccount(
                new TrunkId(trunk.id().text()),
                transport(carrier),
                carrier.host(),
                carrier.port(),
                List.copyOf(carrier.allowedSources()),
                Optional.empty());
    }

    private static TrunkAccount.Transport transport(Carrier carrier) {
        return switch (carrier.transport()) {
            case UDP -> TrunkAccount.Transport.UDP;
            case TCP -> TrunkAccount.Transport.TCP;
        };
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
