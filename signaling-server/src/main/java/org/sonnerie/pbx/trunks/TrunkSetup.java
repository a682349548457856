package org.sonnerie.pbx.trunks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.Carrier;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Registration;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.publish.PlanPublished;
import org.sonnerie.pbx.publish.PlansWithdrawn;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.sonnerie.pbx.trunkaccounts.TrunkSecretChanged;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkId;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the bridge which trunks there are: at the start, whenever a plan is published and whenever
 * a trunk's password is set.
 */
@Component
class TrunkSetup implements SmartLifecycle {
    /** After the calls of before are taken up. */
    private static final int PHASE = 1;

    private final Plans plans;
    private final TrunkAccounts accounts;
    private final TrunkBridge bridge;
    private final TrunkBoard board;
    private volatile boolean running;

    TrunkSetup(Plans plans, TrunkAccounts accounts, TrunkBridge bridge, TrunkBoard board) {
        this.plans = plans;
        this.accounts = accounts;
        this.bridge = bridge;
        this.board = board;
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

    @EventListener
    void onWithdrawn(PlansWithdrawn withdrawn) {
        if (running) {
            configure();
        }
    }

    @EventListener
    void onSecretChanged(TrunkSecretChanged changed) {
        if (running) {
            configure();
        }
    }

    /** One after the other: what is told last must be what was read last. */
    private synchronized void configure() {
        bridge.submit(new TrunkCommand.Configure(plans.all().stream().flatMap(this::of).toList()));
    }

    private Stream<TrunkAccount> of(CompanyPlan plan) {
        return plan.outside().trunks().stream()
                .map(trunk -> account(plan.company(), trunk))
                .flatMap(Optional::stream);
    }

    /** Empty without its password: the carrier would only refuse us, and count that against us. */
    private Optional<TrunkAccount> account(CompanyId company, Trunk trunk) {
        if (trunk.registration().isEmpty()) {
            return Optional.of(account(trunk, Optional.empty()));
        }
        var secret = accounts.secret(company, trunk.id());
        board.passwordKnown(trunk.id(), secret.isPresent());
        return secret.map(password ->
                account(
                        trunk,
                        trunk.registration().map(account -> registration(account, password))));
    }

    static TrunkAccount account(Trunk trunk, Optional<TrunkAccount.Registration> registration) {
        var carrier = trunk.carrier();
        return new TrunkAccount(
                new TrunkId(trunk.id().text()),
                transport(carrier),
                carrier.host(),
                carrier.port(),
                List.copyOf(carrier.allowedSources()),
                registration);
    }

    static TrunkAccount.Registration registration(Registration account, TrunkSecret password) {
        return new TrunkAccount.Registration(
                account.user(),
                account.authUser(),
                new HeldPassword(password),
                account.registrar(),
                account.realm(),
                account.expirySeconds());
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
