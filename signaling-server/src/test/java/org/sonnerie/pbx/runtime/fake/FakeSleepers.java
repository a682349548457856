package org.sonnerie.pbx.runtime.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Sleepers;

/** Browsers that wake when a test says so. */
public final class FakeSleepers implements Sleepers {
    public final Set<PersonId> people = ConcurrentHashMap.newKeySet();
    public final Map<PersonId, CompletableFuture<Boolean>> waking = new ConcurrentHashMap<>();
    public final List<CallView> seen = new CopyOnWriteArrayList<>();

    @Override
    public boolean any(PersonId person) {
        return people.contains(person);
    }

    @Override
    public CompletableFuture<Boolean> wake(CallView call) {
        return waking.computeIfAbsent(call.person(), _ -> new CompletableFuture<>());
    }

    @Override
    public void seen(CallView call) {
        seen.add(call);
    }

    @Override
    public void awake(PersonId person) {
        CompletableFuture<Boolean> shown = waking.get(person);
        if (shown != null) {
            shown.complete(true);
        }
    }
}
