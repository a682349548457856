package org.sonnerie.pbx.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.api.RecordingLimits;
import org.sonnerie.media.api.RecordingSource;
import org.sonnerie.media.api.TrunkMedia;
import org.sonnerie.pbx.call.CallEffect;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NameEffect;
import org.sonnerie.pbx.call.PlayId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.runtime.Media;
import org.sonnerie.pbx.runtime.MediaSink;
import org.sonnerie.pbx.runtime.OwnPrompts;

/** The relay behind the runtime's port. Thread safe. */
public final class RelayMedia implements Media, RelayWords.Files {
    private static final long PATIENCE_SECONDS = 5;

    /** Who says nothing for so long has finished his message. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(6);

    /** Longer than anybody talks. */
    private static final Duration LONGEST_RECORDING = Duration.ofHours(12);

    private final Supplier<MediaRelay> relay;
    private final Supplier<Mailboxes> mailboxes;
    private final Supplier<OwnPrompts> prompts;
    private final Map<NegotiationId, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong negotiations = new AtomicLong();

    /**
     * Speaks to a relay.
     *
     * @param relay asked for when first needed: the relay and its listener know each other
     * @param mailboxes where messages are; likewise
     * @param prompts where companies' own prompts are; likewise
     */
    public RelayMedia(
            Supplier<MediaRelay> relay,
            Supplier<Mailboxes> mailboxes,
            Supplier<OwnPrompts> prompts) {
        this.relay = relay;
        this.mailboxes = mailboxes;
        this.prompts = prompts;
    }

    @Override
    public Path of(CompanyId company, MessageId message) {
        return mailboxes.get().file(company, message);
    }

    @Override
    public Optional<Path> prompt(CompanyPlan plan, String name, Optional<String> language) {
        OwnPrompts own = prompts.get();
        Optional<Path> usual = own.file(plan.company(), name);
        Optional<String> other = language.filter(one -> !one.equals(plan.facts().language()));
        if (other.isEmpty()) {
            return usual;
        }
        return own.file(plan.company(), name + "_" + other.get())
                .or(() -> usual.filter(_ -> !relay.get().prompts(other.get()).contains(name)));
    }

    @Override
    public void startRecording(LegId leg, MessageId message, Path file) {
        record(
                leg,
                message,
                file,
                new RecordingLimits(CallEffect.LONGEST_MESSAGE, LONGEST_SILENCE));
    }

    @Override
    public void startNameRecording(LegId leg, MessageId name, Path file) {
        record(leg, name, file, new RecordingLimits(NameEffect.LONGEST, NameEffect.PAUSE));
    }

    private void record(LegId leg, MessageId message, Path file, RecordingLimits limits) {
        submit(
                new MediaCommand.StartRecording(
                        RelayWords.endpoint(leg),
                        new org.sonnerie.media.api.RecordingId(message.text()),
                        file.toString(),
                        limits));
    }

    @Override
    public void stopRecording(LegId leg, MessageId message) {
        submit(
                new MediaCommand.StopRecording(
                        RelayWords.endpoint(leg),
                        new org.sonnerie.media.api.RecordingId(message.text())));
    }

    @Override
    public CompletableFuture<String> answerBrowser(LegId leg, String offer) {
        return negotiate(id -> new MediaCommand.AcceptOffer(RelayWords.endpoint(leg), id, offer));
    }

    @Override
    public CompletableFuture<String> answerTrunk(LegId leg, String offer, TrunkSource source) {
        return negotiate(id ->
                new MediaCommand.AcceptTrunkOffer(
                        RelayWords.endpoint(leg), id, offer, terms(source)));
    }

    @Override
    public CompletableFuture<String> offerTrunk(LegId leg, TrunkSource source) {
        return negotiate(
                id -> new MediaCommand.MakeTrunkOffer(RelayWords.endpoint(leg), id, terms(source)));
    }

    @Override
    public void applyTrunkAnswer(LegId leg, String answer) {
        submit(new MediaCommand.ApplyTrunkAnswer(RelayWords.endpoint(leg), nextId(), answer));
    }

    @Override
    public void hear(CompanyPlan plan, LegId leg, Hears hears) {
        submit(
                new MediaCommand.Hear(
                        RelayWords.endpoint(leg), RelayWords.hearing(plan, leg, hears, this)));
    }

    @Override
    public void mute(LegId leg, boolean muted) {
        submit(new MediaCommand.Mute(RelayWords.endpoint(leg), muted));
    }

    @Override
    public void sendDigits(LegId leg, String digits) {
        submit(new MediaCommand.SendDigits(RelayWords.endpoint(leg), digits));
    }

    @Override
    public void playInRoom(CompanyPlan plan, RoomId room, List<CallSound> sounds) {
        submit(
                new MediaCommand.PlayInRoom(
                        RelayWords.room(plan, room), RelayWords.sounds(plan, sounds, this)));
    }

    @Override
    public void beginRecording(RecordingId recording, Path file, int channels) {
        submit(
                new MediaCommand.StartCallRecording(
                        id(recording), file.toString(), channels, LONGEST_RECORDING));
    }

    private static org.sonnerie.media.api.RecordingId id(RecordingId recording) {
        return new org.sonnerie.media.api.RecordingId(recording.text());
    }

    @Override
    public void recordFrom(RecordingId recording, List<LegId> left, List<LegId> right) {
        RecordingSource source =
                left.isEmpty() && right.isEmpty()
                        ? new RecordingSource.Nobody()
                        : new RecordingSource.Sides(
                                left.stream().map(RelayWords::endpoint).toList(),
                                right.stream().map(RelayWords::endpoint).toList());
        submit(new MediaCommand.RecordFrom(id(recording), source));
    }

    @Override
    public void recordRoom(CompanyPlan plan, RecordingId recording, RoomId room) {
        submit(
                new MediaCommand.RecordFrom(
                        id(recording), new RecordingSource.Mix(RelayWords.room(plan, room))));
    }

    @Override
    public void finishRecording(RecordingId recording) {
        submit(new MediaCommand.StopCallRecording(id(recording)));
    }

    @Override
    public void close(LegId leg) {
        submit(new MediaCommand.Close(RelayWords.endpoint(leg)));
    }

    /**
     * Takes what the relay tells.
     *
     * @param event from the relay
     * @param sink where calls hear of it
     */
    public void deliver(MediaEvent event, MediaSink sink) {
        switch (event) {
            case MediaEvent.SecondPassed second -> sink.secondPassed(SecondWords.legs(second));
            case MediaEvent.CallRecordingEnded(var recording, var length, var why) ->
                    sink.callRecordingClosed(
                            new RecordingId(recording.text()), length, why == RecordingEnd.FAILED);
            case MediaEvent.OfEndpoint one -> deliver(one, RelayWords.leg(one.endpoint()), sink);
        }
    }

    private void deliver(MediaEvent.OfEndpoint event, LegId leg, MediaSink sink) {
        switch (event) {
            case MediaEvent.SdpReady(_, var id, var sdp) -> {
                var future = waiting.remove(id);
                if (future != null) {
                    future.complete(sdp);
                }
            }
            case MediaEvent.NegotiationFailed(_, var id, var reason) -> {
                var future = waiting.remove(id);
                if (future != null) {
                    future.completeExceptionally(new BadSdp(reason.name()));
                } else {
                    sink.mediaRefused(leg);
                }
            }
            case MediaEvent.MediaUp _ -> sink.mediaUp(leg);
            case MediaEvent.MediaLost _ -> sink.mediaLost(leg);
            case MediaEvent.Speaks(_, var speaks) -> sink.speaks(leg, speaks);
            case MediaEvent.DigitPressed(_, var digit) -> sink.digitPressed(leg, digit);
            case MediaEvent.RecordingEnded(_, var recording, var length, var why) ->
                    sink.recordingEnded(
                            leg,
                            new MessageId(recording.text()),
                            why == RecordingEnd.FAILED ? Duration.ZERO : length);
            case MediaEvent.PlayEnded(_, var play) -> sink.playEnded(leg, new PlayId(play.text()));
        }
    }

    private interface Question {
        MediaCommand of(NegotiationId id);
    }

    private CompletableFuture<String> negotiate(Question question) {
        var id = nextId();
        MediaCommand command;
        try {
            command = question.of(id);
        } catch (BadSdp impossible) {
            return CompletableFuture.failedFuture(impossible);
        }
        var future = new CompletableFuture<String>();
        waiting.put(id, future);
        submit(command);
        var _ =
                future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .whenComplete((_, _) -> waiting.remove(id));
        return future;
    }

    private NegotiationId nextId() {
        return new NegotiationId("n" + negotiations.incrementAndGet());
    }

    private void submit(MediaCommand command) {
        relay.get().submit(command);
    }

    static TrunkMedia terms(TrunkSource source) {
        var carrier =
                source.plan()
                        .trunk(source.trunk())
                        .orElseThrow(() -> new BadSdp("the trunk is not in the plan"))
                        .carrier();
        var codecs =
                carrier.codecs().stream().map(codec -> AudioCodec.valueOf(codec.name())).toList();
        return new TrunkMedia(codecs, source.address(), carrier.mediaNetworks());
    }
}
