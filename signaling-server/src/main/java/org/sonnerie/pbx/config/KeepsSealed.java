package org.sonnerie.pbx.config;

/** Whoever keeps sealed texts: they are sealed anew when their key is changed. */
public interface KeepsSealed {
    /**
     * Where they are.
     *
     * @return always the same
     */
    SealedColumn sealed();
}
