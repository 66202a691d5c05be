package dev.plumbline.http;

/// The methods that routes use. HEAD is answered as GET without the body.
public enum Method {
    GET,
    POST,
    PUT,
    DELETE
}
