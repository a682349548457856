package org.sonnerie.rules.planted;

/** Each has a name that says nothing. */
public final class Misnamed {
    private Misnamed() {}

    static final class PhoneImpl {}

    static final class CallManager {}

    static final class TimeHelper {}

    static final class StringUtils {}

    static final class StringUtil {}

    static final class CallBase {}

    abstract static class AbstractCall {}
}
