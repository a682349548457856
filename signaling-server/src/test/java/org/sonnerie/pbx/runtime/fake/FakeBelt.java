package org.sonnerie.pbx.runtime.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.SpendingBelt;

/** A belt that refuses everything once all is spent, and remembers what it was told. */
public final class FakeBelt implements SpendingBelt {
    public final Set<LegId> runs = ConcurrentHashMap.newKeySet();
    public final Set<LegId> answered = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new ArrayList<>();
    private volatile boolean spent;

    public void spendAll() {
        spent = true;
    }

    @Override
    public synchronized boolean begin(LegId leg, CompanyPlan plan, String number) {
        asked.add(number);
        return !spent && runs.add(leg);
    }

    @Override
    public void answered(LegId leg) {
        answered.add(leg);
    }

    @Override
    public void ended(LegId leg) {
        runs.remove(leg);
    }

    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }
}
