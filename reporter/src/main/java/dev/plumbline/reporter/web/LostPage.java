package dev.plumbline.reporter.web;

/// What a page says when there is nothing to show.
public record LostPage(String title, String sentence) {}
