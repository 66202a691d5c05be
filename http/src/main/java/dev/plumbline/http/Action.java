package dev.plumbline.http;

/// What a route does. Refusals are thrown as {@link Problem}.
@FunctionalInterface
public interface Action {
    Reply handle(Call call);
}
