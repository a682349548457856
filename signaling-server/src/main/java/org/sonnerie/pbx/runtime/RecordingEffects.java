package org.sonnerie.pbx.runtime;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.RecordingEffect;
import org.sonnerie.pbx.call.RecordingEvent;
import org.sonnerie.pbx.plan.CompanyPlan;

/** Does what a call wants of its recording. Used by the call's thread. */
final class RecordingEffects {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingEffects.class);
    private static final int CHANNELS = 2;

    private final CallId call;
    private final CompanyPlan plan;
    private final World world;
    private final CallLoop loop;

    RecordingEffects(CallId call, CompanyPlan plan, World world, CallLoop loop) {
        this.call = call;
        this.plan = plan;
        this.world = world;
        this.loop = loop;
    }

    void perform(RecordingEffect effect) {
        switch (effect) {
            case RecordingEffect.BeginRecording order -> begin(order);
            case RecordingEffect.RecordFrom(_, var recording, var left, var right) ->
                    world.media().recordFrom(recording, left, right);
            case RecordingEffect.FinishRecording(_, var recording) ->
                    world.media().finishRecording(recording);
        }
    }

    private void begin(RecordingEffect.BeginRecording order) {
        if (!world.stores().recordings().hasRoom(plan.company())) {
            LOG.warn("call={} is not recorded: its company's storage is full", call);
            loop.post(new RecordingEvent.RecordingClosed(loop.now(), order.recording(), true));
            return;
        }
        var what = new CallRecordings.Of.Call(call.text(), order.one(), order.other());
        var recording =
                new CallRecordings.NewRecording(
                        order.recording(), plan.company(), what, order.by(), loop.now());
        try {
            var file = world.stores().recordings().begin(recording);
            world.media().beginRecording(order.recording(), file, CHANNELS);
        } catch (UncheckedIOException e) {
            LOG.error("call={} cannot be recorded: {}", call, e.getMessage());
            loop.post(new RecordingEvent.RecordingClosed(loop.now(), order.recording(), true));
        }
    }
}
