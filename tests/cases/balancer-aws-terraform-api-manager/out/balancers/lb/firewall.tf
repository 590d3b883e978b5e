# The web ACL: what no node shall see.
#
# WSO2 API Manager 3.2.0, distributed components; design `apim`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

resource "aws_wafv2_ip_set" "networks_1" {
  name               = "apim-lb-networks-1"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses = [
    "10.0.1.15/32",
    "10.0.1.16/32",
    "10.0.1.17/32",
    "10.0.1.18/32",
    "10.0.1.11/32",
    "10.0.1.12/32",
    "10.0.1.13/32",
    "10.0.1.14/32",
    "10.0.2.21/32",
    "10.0.2.22/32",
  ]
}

resource "aws_wafv2_ip_set" "networks_2" {
  name               = "apim-lb-networks-2"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = ["10.0.9.0/24", "10.1.9.0/24", "10.2.9.0/24", "10.3.9.0/24"]
}

resource "aws_wafv2_ip_set" "networks_3" {
  name               = "apim-lb-networks-3"
  scope              = "REGIONAL"
  ip_address_version = "IPV6"
  addresses          = ["2001:db8:9::/48"]
}

resource "aws_wafv2_ip_set" "networks_4" {
  name               = "apim-lb-networks-4"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses = [
    "10.0.1.15/32",
    "10.0.1.16/32",
    "10.0.1.17/32",
    "10.0.1.18/32",
    "10.0.1.11/32",
    "10.0.1.12/32",
    "10.0.1.13/32",
    "10.0.1.14/32",
    "10.0.2.21/32",
    "10.0.2.22/32",
    "10.0.9.0/24",
    "10.1.9.0/24",
    "10.2.9.0/24",
    "10.3.9.0/24",
  ]
}

resource "aws_wafv2_web_acl" "this" {
  name  = "apim-lb"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "apim-lb"
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
                regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
                regex_string = "^traffic-manager\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^gateway\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
                regex_string = "^traffic-manager\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^gateway\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
            regex_string = "^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$)"
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

  # Admin services, but for the nodes themselves, which call them by a public name. A node is known by the address
  # that it connects from: no router between may change it.
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
                regex_string = "^traffic-manager\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^gateway\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
            regex_string = "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:[^/]*(?:admin|adminservice|uploader)|remoteauthorizationmanagerservice|remoteclaimmanagerservice|remoteprofileconfigurationmanagerservice|remotetenantmanagerservice|remoteuserstoremanagerservice|remoteuserrealmservice|userstoremanagerservice|wsregistryservice|logviewer|identityprovidermgtservice|identityapplicationmanagementservice|identitysamlssoconfigservice|claimmanagementservice|claimmetadatamanagementservice)(?:[./;]|$)"
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
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_1.arn
              }
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

  # More of them.
  rule {
    name     = "services-3-2"
    priority = 7

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
                regex_string = "^traffic-manager\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^gateway\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
            regex_string = "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?(?:userprofilemgtservice|useraccountassociationservice|accountcredentialmgtconfigservice|i18nemailmgtconfigservice|apikeymgtsubscriberservice|apikeyvalidationservice|apikeymgtproviderservice)(?:[./;]|$)"
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
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_1.arn
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "services-3-2"
      sampled_requests_enabled   = true
    }
  }

  # The admin portal and its REST interface are for administrators.
  rule {
    name     = "folders-4-1"
    priority = 8

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
                regex_string = "^api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^ws\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^traffic-manager\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^gateway\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
            regex_string = "^(?:/t(?:;[^/]*)?/[^/]+)?/(?:admin|api/am/admin)(?:[/;]|$)"
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
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_2.arn
              }
            }
          }
        }
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_3.arn
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "folders-4-1"
      sampled_requests_enabled   = true
    }
  }

  # Gateways and traffic managers fetch APIs, keys and subscriptions here, with a password of all. A key manager that
  # is no node of this cluster needs to be let through.
  rule {
    name     = "folders-5-1"
    priority = 9

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
                regex_string = "^api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^ws\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^traffic-manager\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^gateway\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
            regex_string = "^(?:/t(?:;[^/]*)?/[^/]+)?/(?:internal)(?:[/;]|$)"
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
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_4.arn
              }
            }
          }
        }
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_3.arn
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "folders-5-1"
      sampled_requests_enabled   = true
    }
  }

  # Traffic managers: these networks only.
  rule {
    name     = "networks-of-traffic-manager"
    priority = 10

    action {
      block {
        custom_response {
          response_code = 403
        }
      }
    }

    statement {
      and_statement {
        statement {
          regex_match_statement {
            regex_string = "^traffic-manager\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_4.arn
              }
            }
          }
        }
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_3.arn
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "networks-of-traffic-manager"
      sampled_requests_enabled   = true
    }
  }

  # Gateways: these networks only.
  rule {
    name     = "networks-of-gateway"
    priority = 11

    action {
      block {
        custom_response {
          response_code = 403
        }
      }
    }

    statement {
      and_statement {
        statement {
          regex_match_statement {
            regex_string = "^gateway\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_4.arn
              }
            }
          }
        }
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_3.arn
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "networks-of-gateway"
      sampled_requests_enabled   = true
    }
  }

  # The management console: these networks only.
  rule {
    name     = "networks-of-console"
    priority = 12

    action {
      block {
        custom_response {
          response_code = 403
        }
      }
    }

    statement {
      and_statement {
        statement {
          regex_match_statement {
            regex_string = "^mgt\\.api\\.example\\.com[.]?(?::[0-9]*)?$"
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
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_2.arn
              }
            }
          }
        }
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.networks_3.arn
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "networks-of-console"
      sampled_requests_enabled   = true
    }
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  resource_arn = aws_lb.this.arn
  web_acl_arn  = aws_wafv2_web_acl.this.arn
}
