package org.sonnerie.pbx.call;

/** Why it went as it went with what the caller was told and asked: languages, names. */
public sealed interface OnWords extends FeatureReason permits LanguageReason, DirectoryReason {}
