package dev.plumbline.analyzer.standard;

import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import org.jspecify.annotations.Nullable;

/// What became of a standard's reference to a bullet, now that the persona reads as it does.
public sealed interface PinState {
    /// {@return the bullet that is meant, or most likely meant; null where there is none}
    @Nullable
    Bullet bullet();

    /// Whether the reference still means what its author meant.
    default boolean holds() {
        return this instanceof Bound || this instanceof Moved;
    }

    /// Section, number and words are as they were.
    record Bound(Bullet bullet) implements PinState {}

    /// The same words stand at another place.
    record Moved(Bullet bullet) implements PinState {}

    /// The words are gone; this bullet is like them, or stands where they stood.
    ///
    /// @param likely pinned by nothing else
    record Changed(Bullet likely) implements PinState {
        @Override
        public Bullet bullet() {
            return likely;
        }
    }

    /// The words are gone, and nothing is like them.
    record Removed() implements PinState {
        @Override
        public @Nullable Bullet bullet() {
            return null;
        }
    }

    /// The bullet is there, but does not hold the quoted words.
    record QuoteLost(Bullet bullet) implements PinState {}
}
