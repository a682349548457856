package org.sonnerie.pbx.call;

/** Why something happened within one feature: each has a family of reasons in a file of its own. */
public sealed interface FeatureReason extends Reason
        permits RoomReason,
                OnQueue,
                OnMailbox,
                RecordingReason,
                OnWords,
                OwnRule,
                Blocks,
                AskedFor,
                SupervisionReason,
                Withheld {}
