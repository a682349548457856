package org.sonnerie.rules.planted;

/** Changes for everybody. */
@SuppressWarnings("NonFinalStaticField")
public final class Changing {
    static int count;

    private Changing() {}
}
