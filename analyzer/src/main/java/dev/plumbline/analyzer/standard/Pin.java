package dev.plumbline.analyzer.standard;

import dev.plumbline.model.standard.ClauseRef;

/// One reference from a standard to a bullet, and what became of it.
///
/// @param clause as the file says it
/// @param pointer JSON pointer to it in `standard.yaml`
/// @param owner whose it is, in words: `rule py.test.fast`, `disposition guidance`
public record Pin(ClauseRef clause, String pointer, String owner, PinState state) {

    /// {@return the reference with the place at which the words stand now}
    public ClauseRef here() {
        return switch (state) {
            case PinState.Bound _, PinState.Removed _, PinState.Changed _, PinState.QuoteLost _ -> clause;
            case PinState.Moved moved ->
                new ClauseRef(moved.bullet().section(), moved.bullet().number(), clause.digest(), clause.quote());
        };
    }

    /// {@return the pointer to the field that is at fault}
    public String fault() {
        return switch (state) {
            case PinState.Bound _ -> pointer;
            case PinState.Moved _, PinState.Removed _ -> pointer + "/number";
            case PinState.Changed _ -> pointer + "/digest";
            case PinState.QuoteLost _ -> pointer + "/quote";
        };
    }

    /// {@return what is at fault, as a sentence}
    public String says() {
        String place = clause.section() + " " + clause.number();
        return switch (state) {
            case PinState.Bound _ -> owner + " is bound to bullet " + place + ".";
            case PinState.Moved moved ->
                owner + ": bullet " + place + " has moved to " + moved.bullet().place() + ".";
            case PinState.Changed changed ->
                owner + ": bullet " + place + " with the digest " + clause.digest()
                        + " has changed; it seems to be bullet "
                        + changed.likely().place() + " now, with the digest "
                        + changed.likely().digest() + ", which reads «"
                        + changed.likely().text() + "» (line "
                        + changed.likely().line() + " of the persona).";
            case PinState.Removed _ ->
                owner + ": the persona has no bullet " + place + " with the digest " + clause.digest()
                        + " any more, and none that is like it.";
            case PinState.QuoteLost lost ->
                owner + ": «" + clause.quote() + "» is no part of bullet "
                        + lost.bullet().place() + ", which reads «"
                        + lost.bullet().text() + "».";
        };
    }

    /// {@return what to do about it, as a sentence}
    public String fix() {
        return switch (state) {
            case PinState.Bound _ -> "Nothing is to be done.";
            case PinState.Moved moved ->
                "Write section: " + moved.bullet().section() + ", number: "
                        + moved.bullet().number() + "; the words are the same.";
            case PinState.Changed changed ->
                "Read the new wording; where the rule still says the same, write digest: \""
                        + changed.likely().digest() + "\" and quote its words.";
            case PinState.Removed _ -> "Take the reference out, and the rule with it if it has no other.";
            case PinState.QuoteLost _ -> "Quote words that stand in the bullet.";
        };
    }
}
