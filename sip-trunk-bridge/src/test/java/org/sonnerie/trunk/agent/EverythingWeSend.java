package org.sonnerie.trunk.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.fake.KnownPassword;
import org.sonnerie.trunk.fake.Sdp;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipMessage;

/** Makes our side say all that it can say. */
final class EverythingWeSend {
    private static final String CONTACT = "Contact: <sip:carrier@192.0.2.1>\n";
    private static final String ROUTES =
            "Record-Route: <sip:p2.test;lr>, <sip:p1.test;lr>\n" + CONTACT;

    private final List<SipMessage> all = new ArrayList<>();

    private EverythingWeSend() {}

    static List<SipMessage> messages() {
        EverythingWeSend everything = new EverythingWeSend();
        everything.registering();
        everything.callsOut();
        everything.callsIn();
        everything.refusals();
        return everything.all;
    }

    private static TrunkAccount.Registration account() {
        return new TrunkAccount.Registration(
                "pbx \"7\" é",
                Optional.of("branch\\7"),
                new KnownPassword("secret"),
                Optional.of("carrier.test"),
                Optional.empty(),
                600);
    }

    private static String challenge(String header, String algorithm) {
        return header
                + ": Digest realm=\"carrier.test\", nonce=\"n/+=\", opaque=\"o\", qop=\"auth\", algorithm="
                + algorithm
                + "\n";
    }

    private void take(Script script) {
        all.addAll(script.sent);
    }

    private void registering() {
        Script known = new Script(Optional.empty());
        take(known);
        for (String algorithm : List.of("MD5", "SHA-256")) {
            Script script = new Script(Optional.of(account()));
            script.answers("REGISTER", 401, "a", challenge("WWW-Authenticate", algorithm), "");
            script.answers("REGISTER", 200, "a", "Expires: 120\n", "");
            script.does(new TrunkCommand.Configure(List.of()));
            take(script);
        }
        TrunkAccount far =
                new TrunkAccount(
                        Script.TRUNK,
                        Transport.TCP,
                        "2001:db8::9",
                        5070,
                        List.of(),
                        Optional.of(
                                new TrunkAccount.Registration(
                                        "pbx",
                                        Optional.empty(),
                                        new KnownPassword("secret"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        600)));
        TrunkCommand configure = new TrunkCommand.Configure(List.of(far));
        Script script = new Script(new OwnAddress("2001:db8::1", 5062), configure);
        script.calls();
        take(script);
    }

    private void callsOut() {
        Script proves = new Script(Optional.of(account()));
        proves.calls();
        proves.answers("INVITE", 407, "a", challenge("Proxy-Authenticate", "SHA-256"), "");
        proves.answers("INVITE", 183, "b", CONTACT, Sdp.ANSWER);
        proves.does(new TrunkCommand.HangUp(Script.OUT, HangupCause.NO_ANSWER));
        proves.answers("INVITE", 487, "b", "", "");
        take(proves);

        Script talks = new Script(Optional.empty());
        talks.calls();
        talks.answers("INVITE", 200, "a", ROUTES, Sdp.ANSWER);
        talks.does(new TrunkCommand.HangUp(Script.OUT, HangupCause.NORMAL));
        take(talks);

        Script secret = new Script(Optional.empty());
        secret.does(
                new TrunkCommand.PlaceCall(
                        Script.OUT, Script.TRUNK, "112", Optional.empty(), "", Sdp.OFFER));
        take(secret);

        Script named = new Script(Optional.empty());
        named.does(
                new TrunkCommand.PlaceCall(
                        Script.OUT,
                        Script.TRUNK,
                        "#31*9",
                        Optional.of("+15550100101"),
                        "Zoë \"Z\" \\ Müller, S.",
                        Sdp.OFFER));
        take(named);
    }

    private static String head(String method, String call, long cseq, String toTag) {
        return method
                + " sip:+15550100101@198.51.100.1 SIP/2.0\nTo: <sip:+15550100101@198.51.100.1>"
                + toTag
                + "\nCSeq: "
                + cseq
                + " "
                + method
                + "\nFrom: \"C, \\\"x\\\"\" <sip:+33145678901@192.0.2.1>;tag=theirs\nCall-ID: "
                + call
                + "\nMax-Forwards: 70\n";
    }

    private static TrunkCallId arrived(Script script, String call) {
        script.asks(head("INVITE", call, 1, "") + ROUTES, Sdp.OFFER);
        return script.heard(TrunkEvent.CallArrived.class).getLast().call();
    }

    private static String ourTag(Script script) {
        return ";tag=" + script.lastResponse().to().tag().orElseThrow();
    }

    private void callsIn() {
        Script script = new Script(Optional.empty());
        TrunkCallId call = arrived(script, "c1");
        script.does(new TrunkCommand.Ring(call));
        script.does(new TrunkCommand.Progress(call, Sdp.ANSWER));
        script.does(new TrunkCommand.Answer(call, Sdp.ANSWER));
        String tag = ourTag(script);
        script.asks(head("INVITE", "c1", 2, tag) + CONTACT, Sdp.OTHER); // 491
        script.asks(head("ACK", "c1", 1, tag), "");
        script.asks(head("INVITE", "c1", 3, tag) + CONTACT, Sdp.OTHER);
        script.asks(head("INVITE", "c1", 4, tag) + CONTACT, Sdp.OTHER); // 500 with Retry-After
        script.does(new TrunkCommand.AnswerReoffer(call, Optional.empty())); // 488
        script.asks(head("BYE", "c1", 5, tag), "");
        for (HangupCause cause : HangupCause.values()) {
            TrunkCallId refused = arrived(script, "refused-" + cause.name());
            script.does(new TrunkCommand.HangUp(refused, cause));
        }
        arrived(script, "gives-up");
        // Of the INVITE's own transaction, which the last question opened.
        script.asksAgain(head("CANCEL", "gives-up", 1, ""));
        TrunkCallId ours = arrived(script, "we-end");
        script.does(new TrunkCommand.Answer(ours, Sdp.ANSWER));
        script.asks(head("ACK", "we-end", 1, ourTag(script)), "");
        script.does(new TrunkCommand.HangUp(ours, HangupCause.NORMAL));
        take(script);
    }

    private void refusals() {
        Script script = new Script(Optional.empty());
        script.asks(head("OPTIONS", "r1", 1, ""), "");
        script.asks(head("INFO", "r2", 1, ""), ""); // 405
        script.asks(head("JUMP", "r3", 1, ""), ""); // 501
        script.asks(head("INVITE", "r4", 1, "") + "Require: x-a, x-b\n", Sdp.OFFER); // 420
        script.asks(head("INVITE", "r5", 1, "") + "Content-Encoding: gzip\n", Sdp.OFFER); // 415
        script.asks(head("INVITE", "r6", 1, "") + "Accept: text/plain\n", Sdp.OFFER); // 406
        script.asks(head("BYE", "r7", 1, ";tag=none"), ""); // 481
        script.asks(head("INVITE", "r8", 1, "") + CONTACT, Sdp.OFFER);
        script.asks(head("INVITE", "r8", 1, "") + CONTACT, Sdp.OFFER); // 482
        script.asks(head("INVITE", "r9", 1, "").replace("sip:+1", "urn:x+1"), ""); // 416
        script.asks(head("BYE", "r10", 1, "").replace("CSeq: 1 BYE", "CSeq: 1 ACK"), ""); // 400
        script.passes(Duration.ofSeconds(1));
        take(script);
    }
}
