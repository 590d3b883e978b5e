# The web ACL: what no node shall see.
#
# WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

resource "aws_wafv2_web_acl" "this" {
  name  = "esb-lb"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "esb-lb"
    sampled_requests_enabled   = true
  }

  # Headers that nodes, and filters in front of web applications, believe: this load balancer removes none, so whoever
  # sends one is refused.
  rule {
    name     = "planted-headers"
    priority = 1

    action {
      block {
        custom_response {
          response_code = 400
        }
      }
    }

    statement {
      or_statement {
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "forwarded"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-forwarded-prefix"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-forwarded-ssl"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-original-url"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-rewrite-url"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-ssl-cert"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-wso2-client-certificate"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "proxy"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-forwarded-host"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-forwarded-server"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
        statement {
          size_constraint_statement {
            comparison_operator = "GE"
            size                = 0
            field_to_match {
              single_header {
                name = "x-real-ip"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "planted-headers"
      sampled_requests_enabled   = true
    }
  }

  # Bodies of more than 20 MB, by the length that they declare. A body in chunks declares none, and passes.
  rule {
    name     = "body-20-mb"
    priority = 2

    action {
      block {
        custom_response {
          response_code = 413
        }
      }
    }

    statement {
      and_statement {
        statement {
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.esb\\.example\\.com[.]?(?::[0-9]*)?$"
                field_to_match {
                  single_header {
                    name = "host"
                  }
                }
                text_transformation {
                  priority = 0
                  type     = "LOWERCASE"
                }
              }
            }
          }
        }
        statement {
          regex_match_statement {
            regex_string = "^0*(?:[1-9][0-9]{8,}|[3-9][0-9]{7}|2[1-9][0-9]{6}|209[8-9][0-9]{4}|2097[2-9][0-9]{3}|20971[6-9][0-9]{2}|209715[3-9][0-9]|2097152[1-9])$"
            field_to_match {
              single_header {
                name = "content-length"
              }
            }
            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "body-20-mb"
      sampled_requests_enabled   = true
    }
  }

  # Bodies of more than 512 MB, by the length that they declare. A body in chunks declares none, and passes.
  rule {
    name     = "body-512-mb"
    priority = 3

    action {
      block {
        custom_response {
          response_code = 413
        }
      }
    }

    statement {
      regex_match_statement {
        regex_string = "^0*(?:[1-9][0-9]{9,}|[6-9][0-9]{8}|5[4-9][0-9]{7}|53[7-9][0-9]{6}|5369[0-9]{5}|5368[8-9][0-9]{4}|53687[1-9][0-9]{3}|5368709[2-9][0-9]|53687091[3-9])$"
        field_to_match {
          single_header {
            name = "content-length"
          }
        }
        text_transformation {
          priority = 0
          type     = "NONE"
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "body-512-mb"
      sampled_requests_enabled   = true
    }
  }

  # A segment that begins with `;`, `.;` or `..;`: Tomcat drops the rest, and may end up in another folder. Only a
  # session id at the very end passes, which is how Tomcat keeps sessions of browsers without cookies.
  rule {
    name     = "parameters-1-1"
    priority = 4

    action {
      block {
        custom_response {
          response_code = 400
        }
      }
    }

    statement {
      and_statement {
        statement {
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.esb\\.example\\.com[.]?(?::[0-9]*)?$"
                field_to_match {
                  single_header {
                    name = "host"
                  }
                }
                text_transformation {
                  priority = 0
                  type     = "LOWERCASE"
                }
              }
            }
          }
        }
        statement {
          regex_match_statement {
            regex_string = "^(?:[^/]*/)*\\.{0,2};"
            field_to_match {
              uri_path {}
            }
            text_transformation {
              priority = 0
              type     = "URL_DECODE"
            }
            text_transformation {
              priority = 1
              type     = "NORMALIZE_PATH"
            }
            text_transformation {
              priority = 2
              type     = "LOWERCASE"
            }
          }
        }
        statement {
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^[^;]*/;jsessionid=[0-9a-za-z._!-]*$"
                field_to_match {
                  uri_path {}
                }
                text_transformation {
                  priority = 0
                  type     = "URL_DECODE"
                }
                text_transformation {
                  priority = 1
                  type     = "NORMALIZE_PATH"
                }
                text_transformation {
                  priority = 2
                  type     = "LOWERCASE"
                }
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "parameters-1-1"
      sampled_requests_enabled   = true
    }
  }

  # The console, and what it loads and stores; for each tenant too.
  rule {
    name     = "folders-2-1"
    priority = 5

    action {
      block {
        custom_response {
          response_code = 404
        }
      }
    }

    statement {
      and_statement {
        statement {
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.esb\\.example\\.com[.]?(?::[0-9]*)?$"
                field_to_match {
                  single_header {
                    name = "host"
                  }
                }
                text_transformation {
                  priority = 0
                  type     = "LOWERCASE"
                }
              }
            }
          }
        }
        statement {
          regex_match_statement {
            regex_string = "^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload)(?:[/;]|$)"
            field_to_match {
              uri_path {}
            }
            text_transformation {
              priority = 0
              type     = "URL_DECODE"
            }
            text_transformation {
              priority = 1
              type     = "NORMALIZE_PATH"
            }
            text_transformation {
              priority = 2
              type     = "LOWERCASE"
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "folders-2-1"
      sampled_requests_enabled   = true
    }
  }

  # Admin services. One of your own whose name ends so needs another name, or is let through before.
  rule {
    name     = "services-3-1"
    priority = 6

    action {
      block {
        custom_response {
          response_code = 404
        }
      }
    }

    statement {
      and_statement {
        statement {
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.esb\\.example\\.com[.]?(?::[0-9]*)?$"
                field_to_match {
                  single_header {
                    name = "host"
                  }
                }
                text_transformation {
                  priority = 0
                  type     = "LOWERCASE"
                }
              }
            }
          }
        }
        statement {
          regex_match_statement {
            regex_string = "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:[^/]*(?:admin|adminservice|uploader)|remoteauthorizationmanagerservice|remoteclaimmanagerservice|remoteprofileconfigurationmanagerservice|remotetenantmanagerservice|remoteuserstoremanagerservice|remoteuserrealmservice|userstoremanagerservice|wsregistryservice|logviewer)(?:[./;]|$)"
            field_to_match {
              uri_path {}
            }
            text_transformation {
              priority = 0
              type     = "URL_DECODE"
            }
            text_transformation {
              priority = 1
              type     = "NORMALIZE_PATH"
            }
            text_transformation {
              priority = 2
              type     = "LOWERCASE"
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "services-3-1"
      sampled_requests_enabled   = true
    }
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  resource_arn = aws_lb.this.arn
  web_acl_arn  = aws_wafv2_web_acl.this.arn
}
