package org.sonnerie.pbx.certificates;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What is answered to an authority that looks whether a name is ours. Thread safe. */
@Component
class ChallengeAnswers {
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    void give(String token, String answer) {
        answers.put(token, answer);
    }

    void forget(String token) {
        answers.remove(token);
    }

    Optional<String> of(String token) {
        return Optional.ofNullable(answers.get(token));
    }
}
