package org.sonnerie.pbx.config;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in which secrets stand, such as a PIN or a new token: its buffers are used once. Pooled,
 * they would hold what was in them until something longer is written over it.
 */
public final class SecretJson {
    private SecretJson() {}

    /**
     * One that pools nothing.
     *
     * @return otherwise as any other
     */
    public static JsonMapper mapper() {
        JsonFactory factory =
                JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
        return JsonMapper.builder(factory).build();
    }
}
