package org.sonnerie.pbx.tables;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.stereotype.Component;

/**
 * Several statements that hold together, and are on the disk before anybody is told. Within a
 * transaction that has begun they become part of it, and are durable when it is.
 */
@Component
public class DurableChange {
    private final Tables tables;
    private final Durability durability;

    DurableChange(Tables tables, Durability durability) {
        this.tables = tables;
        this.durability = durability;
    }

    /**
     * Does all of it or nothing; durable on return, unless it is part of another.
     *
     * @param <T> what comes out of it
     * @param company whose rows; statements for others are refused meanwhile
     * @param change what to do in this thread; an exception takes everything back
     * @return its result
     */
    public <T extends @Nullable Object> T make(CompanyId company, Supplier<T> change) {
        boolean whole = !Tables.begun();
        T result = tables.together(company, change);
        if (whole) {
            durability.force();
        }
        return result;
    }

    /**
     * As {@link #make(CompanyId, Supplier)}, where nothing comes out of it.
     *
     * @param company whose rows; statements for others are refused meanwhile
     * @param change what to do in this thread; an exception takes everything back
     */
    public void make(CompanyId company, Runnable change) {
        this.<@Nullable Object>make(
                company,
                () -> {
                    change.run();
                    return null;
                });
    }
}
