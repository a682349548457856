package org.sonnerie.pbx.runtime.fake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Phones;

/** Pages that remember what they were shown. */
public final class FakePhones implements Phones {
    public final Set<PersonId> reachable = ConcurrentHashMap.newKeySet();
    public final FakeSleepers sleepers = new FakeSleepers();
    public final List<PersonId> roomsShown = new CopyOnWriteArrayList<>();
    public final List<CallView> shown = new CopyOnWriteArrayList<>();

    @Override
    public boolean reachable(PersonId person) {
        return reachable.contains(person);
    }

    @Override
    public boolean canWake(PersonId person) {
        return sleepers.any(person);
    }

    @Override
    public CompletableFuture<Boolean> wake(CallView call) {
        return sleepers.wake(call);
    }

    @Override
    public void roomsChanged(Set<PersonId> people) {
        people.forEach(roomsShown::add);
    }

    @Override
    public void show(CallView view) {
        shown.add(view);
    }
}
