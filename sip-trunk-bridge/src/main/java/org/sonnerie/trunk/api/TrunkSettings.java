package org.sonnerie.trunk.api;

/**
 * Where the bridge listens and what it says of itself.
 *
 * @param bindAddress IP literal for UDP and TCP
 * @param sipPort UDP and TCP; 0 = any free one, the same for both
 * @param publicAddress IP literal that stands in Via and Contact
 */
public record TrunkSettings(String bindAddress, int sipPort, String publicAddress) {}
